package org.duban.notice;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of the text.
 *
 * @param number counted from 1
 * @param text without blanks at the ends and without signs that don't print
 */
record Line(int number, String text) {

  static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      lines.add(new Line(lines.size() + 1, printed(text.substring(start, end))));
      boolean pair = text.startsWith("\r\n", end);
      start = end + (pair ? 2 : 1);
    }
    return lines;
  }

  private static String printed(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (HalfWidth.isBlank(c)
          || (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)) {
        kept.append(c);
      }
    }
    return HalfWidth.strip(kept.toString());
  }

  boolean isBlank() {
    return text.isEmpty();
  }
}
