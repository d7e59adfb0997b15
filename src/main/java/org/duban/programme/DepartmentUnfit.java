package org.duban.programme;

/** A department that can't answer for a project; the message says why. */
public class DepartmentUnfit extends RuntimeException {

  DepartmentUnfit(String sentence) {
    super(sentence);
  }
}
