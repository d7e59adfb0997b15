package org.duban.worksheet;

/** Text as a cell can hold it. */
final class CellWords {

  private static final int LONGEST = 32_000;

  private CellWords() {}

  static String fitting(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
