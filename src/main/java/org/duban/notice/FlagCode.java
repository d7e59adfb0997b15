package org.duban.notice;

/** What can be wrong or doubtful, and whether a list may be registered with it. */
public enum FlagCode {
  EMPTY(true),
  TOO_LARGE(true),
  NOT_TEXT(true),
  NOT_A_LIST(true),
  /** A known kind of file that isn't read, as a .doc; the message says what to save it as. */
  OTHER_KIND(true),
  DAMAGED(true),
  ENCRYPTED(true),
  MACROS(true),
  /** A file that declares entities, or that calls for another file. */
  EXTERNAL_CONTENT(true),
  /** A picture of a text. */
  NO_TEXT_LAYER(true),
  /** The cells of a table were torn apart in copying. */
  COLUMNS_LOST(true),
  /** Rows, columns or sheets that the file hides; they weren't read. */
  HIDDEN_TEXT(true),

  /** The very list, or all its items, stands in a programme of that year. */
  ALREADY_REGISTERED(false),
  /** Half of its items or more stand in a programme of that year: a revised list, perhaps. */
  PARTLY_REGISTERED(false),

  NO_TITLE(true),
  NO_YEAR(true),
  /** The title names several years. */
  YEAR_UNCLEAR(false),
  /** An item between the first and the last is not there. */
  NUMBER_GAP(true),
  DUPLICATE_NUMBER(true),
  /** An item's heading is empty, or too long to be one. */
  UNREADABLE_TITLE(true),

  /** A row of a table has other cells than its head. */
  UNREADABLE_ROW(true),
  /** Several rows under one merged number. */
  SHARED_NUMBER(false),
  /** What the item doesn't say itself was taken from what it stands under. */
  INHERITED(false),
  /** A numbered part without units or deadline between or behind the items. */
  SKIPPED_SECTION(false),

  NO_LEAD(true),
  /** Several units answer and none is said to lead. */
  DOUBTFUL_LEAD(false),
  /** 等: the list names some of several units. */
  OPEN_ENDED_UNITS(false),
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
  /** A commitment that a person wrote down without saying what or how much. */
  INCOMPLETE_COMMITMENT(true),
  /** A line that belongs to no item and is no known page furniture. */
  UNPLACED_TEXT(false);

  private final boolean blocking;

  FlagCode(boolean blocking) {
    this.blocking = blocking;
  }

  boolean blocking() {
    return blocking;
  }

  public Flag at(int line, String reason) {
    return at(line, Flag.usualPlace(line), reason);
  }

  /** For files that have no lines to count: the place in words, as 第3页第5行. */
  public Flag at(int line, String place, String reason) {
    return new Flag(name(), line, place + ":" + reason);
  }
}
