package org.duban.worksheet;

/** The file as a whole isn't one that can be taken; the message says why, in Chinese. */
public class WorksheetRefused extends RuntimeException {

  WorksheetRefused(String why) {
    super(why);
  }
}
