package org.duban.notice.line;

import java.util.ArrayList;
import java.util.List;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;

/** Collects the lines with something in them, and refuses more than any list has. */
public final class LineCollector {

  private static final int MOST_LINES = 300_000;
  private static final long LONGEST_TEXT = 60_000_000;

  private final List<Line> lines = new ArrayList<>();
  private long length;

  public List<Line> lines() {
    return lines;
  }

  public void add(int number, String place, String text) {
    String printed = printed(text);
    if (printed.isEmpty()) {
      return;
    }
    length += printed.length();
    if (length > LONGEST_TEXT) {
      throw tooLarge(number, place, "到此已超过 " + LONGEST_TEXT + " 字,不像任务清单。");
    }
    if (lines.size() == MOST_LINES) {
      throw tooLarge(number, place, "超过 " + MOST_LINES + " 行,不像任务清单。");
    }
    lines.add(new Line(number, printed, place));
  }

  private static NoticeRefused tooLarge(int number, String place, String reason) {
    return new NoticeRefused(FlagCode.TOO_LARGE, number, place, reason);
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
