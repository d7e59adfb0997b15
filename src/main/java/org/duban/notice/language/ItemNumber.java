package org.duban.notice.language;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.line.HalfWidth;

/** The number that a person typed for an item: 十七, 17, (十七) or 17、 */
public final class ItemNumber {

  private static final Pattern NUMBER =
      Pattern.compile(
          "第?\\s?[(]?\\s?(\\d{1,5}|[" + ChineseNumber.CHARACTERS + "]{1,9})\\s?[)]?\\s?项?[、.]?");

  private ItemNumber() {}

  /** Empty when it is no number from 1 to 99999. */
  public static OptionalInt read(String typed) {
    Matcher number = NUMBER.matcher(HalfWidth.of(typed));
    if (!number.matches()) {
      return OptionalInt.empty();
    }
    String value = number.group(1);
    if (!Character.isDigit(value.charAt(0))) {
      return ChineseNumber.read(value);
    }
    int ordinal = Integer.parseInt(value);
    return ordinal == 0 ? OptionalInt.empty() : OptionalInt.of(ordinal);
  }
}
