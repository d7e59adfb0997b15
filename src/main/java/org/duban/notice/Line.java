package org.duban.notice;

import java.util.List;

/**
 * A line of what is read. A row of a table is one line, see {@link PipeRow}.
 *
 * @param number counted from 1, and unique enough to find the place again
 * @param text without blanks at the ends and without signs that don't print
 * @param place where a person finds it: 第12行, 第3段, or 表“任务分解”第12行
 */
record Line(int number, String text, String place) {

  Line(int number, String text) {
    this(number, text, usualPlace(number));
  }

  static String usualPlace(int number) {
    return "第" + number + "行";
  }

  boolean hasUsualPlace() {
    return place.equals(usualPlace(number));
  }

  /**
   * The lines with something in them.
   *
   * @throws NoticeRefused when there are more or longer ones than any list has
   */
  static List<Line> of(String text) {
    LineCollector lines = new LineCollector();
    int number = 0;
    int start = 0;
    while (start <= text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      number++;
      lines.add(number, usualPlace(number), text.substring(start, end));
      boolean pair = text.startsWith("\r\n", end);
      start = end + (pair ? 2 : 1);
    }
    return lines.lines();
  }
}
