package org.duban.notice.language;

/** A year written digit by digit: 二〇二一. */
final class ChineseYear {

  private static final String DIGITS = "〇一二三四五六七八九";

  private ChineseYear() {}

  /** The year, of Arabic or Chinese digits. */
  static int read(String text) {
    int year = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c >= '0' && c <= '9' ? c - '0' : Math.max(DIGITS.indexOf(c), 0);
      year = year * 10 + digit;
    }
    return year;
  }
}
