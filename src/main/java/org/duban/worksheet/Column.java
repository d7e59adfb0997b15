package org.duban.worksheet;

import java.util.List;

/**
 * A column of a sheet.
 *
 * @param name of the value that is filled in, null for what is only printed
 * @param width in characters
 * @param choices the words to choose from, where there are only some
 */
record Column(String name, String title, int width, Entry entry, List<String> choices) {

  /** The number reached for a commitment. */
  static final String FIGURE = "figure";

  /** What kind of value a cell takes. */
  enum Entry {
    NONE,
    TEXT,
    PERCENT,
    NUMBER,
    DATE,
    CHOICE
  }

  static Column printed(String title, int width) {
    return new Column(null, title, width, Entry.NONE, List.of());
  }

  static Column text(String name, String title) {
    return new Column(name, title, 48, Entry.TEXT, List.of());
  }

  static Column percent(String name, String title) {
    return new Column(name, title, 12, Entry.PERCENT, List.of());
  }

  static Column number(String name, String title) {
    return new Column(name, title, 12, Entry.NUMBER, List.of());
  }

  static Column date(String name, String title) {
    return new Column(name, title, 16, Entry.DATE, List.of());
  }

  static Column choice(String name, String title, String... choices) {
    return new Column(name, title, 14, Entry.CHOICE, List.of(choices));
  }

  boolean isOpen() {
    return entry != Entry.NONE;
  }
}
