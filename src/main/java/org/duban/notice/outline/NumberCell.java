package org.duban.notice.outline;

import java.util.Optional;
import java.util.OptionalInt;
import org.duban.notice.language.ChineseNumber;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Line;

/** The number of a row: 12, 12. or 十二. */
final class NumberCell {

  private static final int LONGEST = 8;

  private NumberCell() {}

  static boolean isNumber(String cell) {
    return value(cell).isPresent();
  }

  static OptionalInt value(String cell) {
    String half = HalfWidth.of(cell).strip();
    if (half.isEmpty() || half.length() > LONGEST) {
      return OptionalInt.empty();
    }
    if (half.matches("\\d{1,5}")) {
      return OptionalInt.of(Integer.parseInt(half));
    }
    Optional<Heading> heading = HeadingReader.read(new Line(1, half));
    if (heading.isPresent()) {
      return heading.get().after().isEmpty()
          ? OptionalInt.of(heading.get().ordinal())
          : OptionalInt.empty();
    }
    return ChineseNumber.read(half);
  }
}
