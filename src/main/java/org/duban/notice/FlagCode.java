package org.duban.notice;

/** What can be wrong or doubtful, and whether a list may be registered with it. */
enum FlagCode {
  EMPTY(true),
  TOO_LARGE(true),
  NOT_TEXT(true),
  NOT_A_LIST(true),

  NO_TITLE(true),
  NO_YEAR(true),
  /** The title names several years. */
  YEAR_UNCLEAR(false),
  /** An item between the first and the last is not there. */
  NUMBER_GAP(true),
  DUPLICATE_NUMBER(true),
  /** An item's heading is empty, or too long to be one. */
  UNREADABLE_TITLE(true),

  NO_LEAD(true),
  UNKNOWN_DEPARTMENT(true),
  /** More names after one label than any list has. */
  UNREADABLE_NAMES(true),
  REPEATED_DEPARTMENT(false),
  /** One item has two labels of one meaning, as when the heading between them was lost. */
  REPEATED_LABEL(true),

  NO_DEADLINE(true),
  UNREADABLE_DEADLINE(true),
  IMPOSSIBLE_DATE(true),
  DOUBTFUL_DEADLINE(false),

  DOUBTFUL_NUMBER(false),
  /** A line that belongs to no item and is no known page furniture. */
  UNPLACED_TEXT(false);

  private final boolean blocking;

  FlagCode(boolean blocking) {
    this.blocking = blocking;
  }

  boolean blocking() {
    return blocking;
  }

  Flag at(int line, String reason) {
    return new Flag(name(), line, "第" + line + "行:" + reason);
  }
}
