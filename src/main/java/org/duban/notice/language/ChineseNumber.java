package org.duban.notice.language;

import java.util.OptionalInt;

/** Chinese numerals from 1 to 99999, written and read. */
public final class ChineseNumber {

  /** The characters a numeral may be made of, for use inside a character class. */
  public static final String CHARACTERS = "零〇一二两三四五六七八九十百千万";

  public static final int LARGEST = 99_999;

  private static final String DIGITS = "零一二三四五六七八九";
  private static final int TEN_THOUSAND = 10_000;

  private ChineseNumber() {}

  /** Empty when the text is no numeral, or one that leaves open what is meant (二百五). */
  public static OptionalInt read(String text) {
    int split = text.indexOf('万');
    if (split < 0) {
      return positive(belowTenThousand(text));
    }
    int high = belowTenThousand(text.substring(0, split));
    String rest = text.substring(split + 1);
    boolean gap = rest.startsWith("零") || rest.startsWith("〇");
    int low = rest.isEmpty() ? 0 : belowTenThousand(gap ? rest.substring(1) : rest);
    if (high < 1 || low < 0 || (!rest.isEmpty() && gap == low >= TEN_THOUSAND / 10)) {
      return OptionalInt.empty();
    }
    long value = (long) high * TEN_THOUSAND + low;
    return value > LARGEST ? OptionalInt.empty() : OptionalInt.of((int) value);
  }

  private static OptionalInt positive(int value) {
    return value < 1 ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static int belowTenThousand(String text) {
    int total = 0;
    int digit = -1;
    int lastUnit = TEN_THOUSAND;
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int unit = unitOf(c);
      if (unit > 0) {
        boolean bareTen = digit < 0 && unit == 10 && !gap;
        if (unit >= lastUnit
            || digit == 0
            || (digit < 0 && !bareTen)
            || skips(lastUnit, unit, gap)) {
          return -1;
        }
        total += (bareTen ? 1 : digit) * unit;
        lastUnit = unit;
        digit = -1;
        gap = false;
      } else if (c == '零' || c == '〇') {
        if (gap || digit >= 0 || lastUnit == TEN_THOUSAND) {
          return -1;
        }
        gap = true;
      } else {
        if (digit >= 0) {
          return -1;
        }
        digit = digitOf(c);
        if (digit < 0) {
          return -1;
        }
      }
    }
    if (digit < 0) {
      return gap || total == 0 ? -1 : total;
    }
    return skips(lastUnit, 1, gap) ? -1 : total + digit;
  }

  /**
   * Whether a place was left out without the 零 that says so, or said so without leaving one out.
   */
  private static boolean skips(int lastUnit, int unit, boolean gap) {
    boolean leftOut = lastUnit != TEN_THOUSAND && unit * 10 < lastUnit;
    return leftOut != gap;
  }

  private static int unitOf(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      default -> 0;
    };
  }

  private static int digitOf(char c) {
    return c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c);
  }

  /**
   * @param value from 1 to 99999
   */
  public static String write(int value) {
    if (value < 1 || value > LARGEST) {
      throw new IllegalArgumentException("not between 1 and " + LARGEST + ": " + value);
    }
    StringBuilder text = new StringBuilder();
    int high = value / TEN_THOUSAND;
    int low = value % TEN_THOUSAND;
    if (high > 0) {
      text.append(DIGITS.charAt(high)).append('万');
      if (low > 0 && low < TEN_THOUSAND / 10) {
        text.append('零');
      }
    }
    boolean started = false;
    boolean gap = false;
    for (int unit = 1000; unit >= 1; unit /= 10) {
      int digit = low / unit % 10;
      if (digit == 0) {
        gap = started;
        continue;
      }
      if (gap) {
        text.append('零');
        gap = false;
      }
      if (!(unit == 10 && digit == 1 && text.isEmpty())) {
        text.append(DIGITS.charAt(digit));
      }
      text.append(unit == 1000 ? "千" : unit == 100 ? "百" : unit == 10 ? "十" : "");
      started = true;
    }
    return text.toString();
  }
}
