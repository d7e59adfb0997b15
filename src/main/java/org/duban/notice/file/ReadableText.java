package org.duban.notice.file;

import java.util.List;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;
import org.duban.notice.line.Line;

/** Refuses what has no text in it, or so many signs that no writing uses that it can't be one. */
final class ReadableText {

  private static final int ONE_STRANGE_IN = 500;

  private ReadableText() {}

  static void check(String text, List<Line> lines) {
    if (lines.isEmpty()) {
      throw new NoticeRefused(FlagCode.EMPTY, 1, "文件是空的,没有内容可读。");
    }
    int strange = 0;
    int line = 1;
    int firstLine = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line += c == '\n' ? 1 : 0;
      if (isStrange(c)) {
        strange++;
        firstLine = firstLine == 0 ? line : firstLine;
      }
    }
    if ((long) strange * ONE_STRANGE_IN > text.length()) {
      throw new NoticeRefused(
          FlagCode.NOT_TEXT,
          firstLine,
          "含有 " + strange + " 个不可识别的字符,不是文本文件,或编码不是 UTF-8、UTF-16、GB18030。");
    }
  }

  private static boolean isStrange(char c) {
    int type = Character.getType(c);
    boolean control = type == Character.CONTROL && !Character.isWhitespace(c) && c != '\u0085';
    return control
        || c == '\uFFFD'
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED;
  }
}
