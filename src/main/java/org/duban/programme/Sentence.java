package org.duban.programme;

/** The rule for every text a person hands in: there, and short enough to keep. */
public final class Sentence {

  /** What a process variable can carry. */
  public static final int LONGEST = 4000;

  private Sentence() {}

  /**
   * The text without the blanks around it.
   *
   * @param what how the text is called, for the message
   * @throws InvalidSubmission when it is blank or longer than {@code longest} characters
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
    return text.strip();
  }
}
