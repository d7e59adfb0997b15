package org.duban.notice.line;

import java.util.List;
import org.duban.notice.Flag;
import org.duban.notice.NoticeRefused;
import org.duban.notice.file.PipeRow;

/**
 * A line of what is read. A row of a table is one line, see {@link PipeRow}.
 *
 * @param number counted from 1, and unique enough to find the place again
 * @param text without blanks at the ends and without signs that don't print
 * @param place where a person finds it: 第12行, 第3段, or 表“任务分解”第12行
 */
public record Line(int number, String text, String place) {

  public Line(int number, String text) {
    this(number, text, Flag.usualPlace(number));
  }

  public boolean hasUsualPlace() {
    return place.equals(Flag.usualPlace(number));
  }

  /**
   * The lines with something in them.
   *
   * @throws NoticeRefused when there are more or longer ones than any list has
   */
  public static List<Line> of(String text) {
    LineCollector lines = new LineCollector();
    int number = 0;
    int start = 0;
    while (start <= text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      number++;
      lines.add(number, Flag.usualPlace(number), text.substring(start, end));
      boolean pair = text.startsWith("\r\n", end);
      start = end + (pair ? 2 : 1);
    }
    return lines.lines();
  }
}
