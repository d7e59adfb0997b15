package org.duban.notice;

import java.util.Arrays;

/**
 * Rows of a table that was pasted into a text, its cells parted by tabs. What is a table: two lines
 * or more, one after the other, with the same number of tabs, which is at least two.
 */
final class TabbedRows {

  private static final int LEAST_TABS = 2;

  private TabbedRows() {}

  /** The same text, line by line, with such rows written as {@link PipeRow}s. */
  static String asTableRows(String text) {
    if (text.indexOf('\t') < 0) {
      return text;
    }
    String[] lines = text.split("\r\n|\n|\r", -1);
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (int i = 0; i < lines.length; i++) {
      int tabs = tabsOf(lines, i);
      boolean row =
          tabs >= LEAST_TABS && (tabsOf(lines, i - 1) == tabs || tabsOf(lines, i + 1) == tabs);
      result.append(i == 0 ? "" : "\n").append(row ? asTableRow(lines[i]) : lines[i]);
    }
    return result.toString();
  }

  private static String asTableRow(String line) {
    return PipeRow.of(Arrays.stream(line.split("\t", -1)).map(HalfWidth::strip).toList());
  }

  private static int tabsOf(String[] lines, int index) {
    return index < 0 || index >= lines.length
        ? 0
        : (int) lines[index].chars().filter(c -> c == '\t').count();
  }
}
