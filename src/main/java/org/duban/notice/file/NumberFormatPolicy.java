package org.duban.notice.file;

import org.duban.notice.language.ChineseNumber;

/**
 * How Word prints a number in a format of ECMA-376 part 1, 17.18.59. An unknown format, and a
 * number beyond what a format has, prints as in Arabic.
 */
final class NumberFormatPolicy {

  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
  private static final String[] ROMAN = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };
  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final int LARGEST_ROMAN = 3_999;

  private NumberFormatPolicy() {}

  static String printed(int number, String format) {
    String arabic = Integer.toString(number);
    if (number < 1) {
      return arabic;
    }
    return switch (format) {
      case "chineseCounting",
          "chineseCountingThousand",
          "japaneseCounting",
          "taiwaneseCounting",
          "taiwaneseCountingThousand" ->
          number <= ChineseNumber.LARGEST ? ChineseNumber.write(number) : arabic;
      case "ideographDigital", "taiwaneseDigital" -> digits(arabic, "〇一二三四五六七八九");
      case "chineseLegalSimplified", "ideographLegalTraditional" -> formal(number, arabic);
      case "ideographTraditional" -> oneOf(STEMS, number, arabic);
      case "ideographZodiac" -> oneOf(BRANCHES, number, arabic);
      case "decimalFullWidth", "decimalFullWidth2" -> digits(arabic, "０１２３４５６７８９");
      case "decimalZero" -> number < 10 ? "0" + arabic : arabic;
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> from('①', number, 20, arabic);
      case "decimalEnclosedParen" -> from('⑴', number, 20, arabic);
      case "decimalEnclosedFullstop" -> from('⒈', number, 20, arabic);
      case "ideographEnclosedCircle" -> from('㊀', number, 10, arabic);
      case "upperLetter" -> letters(number, 'A', arabic);
      case "lowerLetter" -> letters(number, 'a', arabic);
      case "upperRoman" -> number <= LARGEST_ROMAN ? roman(number) : arabic;
      case "lowerRoman" ->
          number <= LARGEST_ROMAN ? roman(number).toLowerCase(java.util.Locale.ROOT) : arabic;
      default -> arabic;
    };
  }

  private static String formal(int number, String arabic) {
    if (number > ChineseNumber.LARGEST) {
      return arabic;
    }
    String plain = "一二三四五六七八九十百千";
    String formal = "壹贰叁肆伍陆柒捌玖拾佰仟";
    StringBuilder printed = new StringBuilder();
    for (char c : ChineseNumber.write(number).toCharArray()) {
      int at = plain.indexOf(c);
      printed.append(at < 0 ? c : formal.charAt(at));
    }
    return printed.toString();
  }

  private static String oneOf(String signs, int number, String otherwise) {
    return number <= signs.length() ? signs.substring(number - 1, number) : otherwise;
  }

  private static String from(char first, int number, int last, String otherwise) {
    return number <= last ? Character.toString(first + number - 1) : otherwise;
  }

  private static String digits(String arabic, String signs) {
    StringBuilder printed = new StringBuilder();
    arabic.chars().forEach(c -> printed.append(signs.charAt(c - '0')));
    return printed.toString();
  }

  /** A to Z, then AA, BB. */
  private static String letters(int number, char first, String otherwise) {
    int times = (number - 1) / 26 + 1;
    return times > 5 ? otherwise : Character.toString(first + (number - 1) % 26).repeat(times);
  }

  private static String roman(int number) {
    StringBuilder printed = new StringBuilder();
    int rest = number;
    for (int i = 0; i < ROMAN.length; i++) {
      while (rest >= ROMAN_VALUES[i]) {
        printed.append(ROMAN[i]);
        rest -= ROMAN_VALUES[i];
      }
    }
    return printed.toString();
  }
}
