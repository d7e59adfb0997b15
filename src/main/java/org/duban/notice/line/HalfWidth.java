package org.duban.notice.line;

/**
 * Full-width letters, digits and punctuation as their half-width twins, character by character, so
 * that places in the result are places in the printed text.
 */
public final class HalfWidth {

  private static final int FIRST = 0xFF01;
  private static final int LAST = 0xFF5E;
  private static final int DISTANCE = 0xFEE0;

  private HalfWidth() {}

  public static String of(String printed) {
    char[] chars = printed.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = of(chars[i]);
    }
    return new String(chars);
  }

  public static char of(char c) {
    if (c >= FIRST && c <= LAST) {
      return (char) (c - DISTANCE);
    }
    return isBlank(c) ? ' ' : c;
  }

  public static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Without blanks of any width at both ends. */
  public static String strip(String printed) {
    int start = 0;
    int end = printed.length();
    while (start < end && isBlank(printed.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(printed.charAt(end - 1))) {
      end--;
    }
    return printed.substring(start, end);
  }
}
