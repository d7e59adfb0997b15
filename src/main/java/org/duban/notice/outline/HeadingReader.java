package org.duban.notice.outline;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import org.duban.notice.language.ChineseNumber;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Line;
import org.duban.notice.line.Passage;

/** Knows a numbered paragraph, whichever of the numberings it uses. */
public final class HeadingReader {

  private static final int LONGEST_NUMBER = 24;

  private HeadingReader() {}

  public static Optional<Heading> read(Line line) {
    return read(Passage.of(line));
  }

  public static Optional<Heading> read(Passage passage) {
    String text = passage.text();
    if (text.isEmpty() || !mayBegin(text.charAt(0))) {
      return Optional.empty();
    }
    String half = HalfWidth.of(text.substring(0, Math.min(text.length(), LONGEST_NUMBER)));
    for (Numbering numbering : Numbering.values()) {
      Matcher start = numbering.pattern().matcher(half);
      if (start.lookingAt()) {
        OptionalInt ordinal = numbering.ordinal(start.group(1));
        return ordinal.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Heading(
                    numbering,
                    text.substring(start.start(1), start.end(1)),
                    ordinal.getAsInt(),
                    passage.from(start.end()).strip(),
                    passage.line()));
      }
    }
    return Optional.empty();
  }

  private static boolean mayBegin(char c) {
    char half = HalfWidth.of(c);
    return half == '('
        || (half >= '0' && half <= '9')
        || (c >= '①' && c <= '⑳')
        || ChineseNumber.CHARACTERS.indexOf(c) >= 0;
  }
}
