package org.duban.programme.act;

/** A department that can't answer for a project; the message says why. */
public class DepartmentUnfit extends RuntimeException {

  DepartmentUnfit(String sentence) {
    super(sentence);
  }
}
