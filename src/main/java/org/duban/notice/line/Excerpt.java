package org.duban.notice.line;

/** A piece of the text, short enough to stand in a message. */
public final class Excerpt {

  private static final int LONGEST = 40;

  private Excerpt() {}

  public static String of(String text) {
    return "“" + plain(text) + "”";
  }

  /** Without quotation marks. */
  public static String plain(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
