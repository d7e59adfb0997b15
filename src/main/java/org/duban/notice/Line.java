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

  private static final int MOST_LINES = 300_000;

  /**
   * The lines with something in them.
   *
   * @throws NoticeRefused when there are more than any list has
   */
  static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    int start = 0;
    while (start <= text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      number++;
      String printed = printed(text.substring(start, end));
      if (!printed.isEmpty()) {
        lines.add(new Line(number, printed));
      }
      if (lines.size() > MOST_LINES) {
        throw new NoticeRefused(FlagCode.TOO_LARGE, number, "超过 " + MOST_LINES + " 行,不像任务清单。");
      }
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
}
