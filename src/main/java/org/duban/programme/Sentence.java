package org.duban.programme;

/** The rule for every text a person hands in: there, and such as can be kept. */
public final class Sentence {

  /** What a process variable can carry. */
  public static final int LONGEST = 4000;

  private Sentence() {}

  /**
   * The text without the blanks around it.
   *
   * @param what how the text is called, for the message
   * @throws InvalidSubmission when it is blank, longer than {@code longest} characters, or has a
   *     NUL in it
   */
  public static String required(String what, String text, int longest) {
    if (text == null || text.isBlank()) {
      throw new InvalidSubmission(what + "不能为空。");
    }
    return limited(what, text, longest);
  }

  static String limited(String what, String text, int longest) {
    if (text == null) {
      return "";
    }
    if (text.length() > longest) {
      throw new InvalidSubmission(what + "最多 " + longest + " 字，收到 " + text.length() + " 字。");
    }
    if (text.indexOf(0) >= 0) {
      throw new InvalidSubmission(what + "含有不能保存的字符（NUL）。");
    }
    return text.strip();
  }
}
