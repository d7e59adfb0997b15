package org.duban.programme;

import java.util.Map;

/**
 * A person's decision on a task, with the reason where one is needed.
 *
 * @param against whether it's the second of the two words that the task offers
 * @param reason empty when none was given
 */
public record Opinion(boolean against, String reason) {

  private static final int LONGEST = 2000;

  private static final Map<String, String> WORDS =
      Map.of(
          "AGREE", "同意",
          "OBJECT", "有异议",
          "ACCEPT", "通过",
          "RETURN", "退回",
          "APPROVE", "批准",
          "REFUSE", "不同意",
          "CLOSE", "销号");

  /**
   * A decision between two words.
   *
   * @param reasonNeeded whether {@code againstWord} needs an opinion
   * @throws InvalidSubmission for any other word, a reason that is missing or one that is too long
   */
  public static Opinion of(
      String decision, String opinion, String forWord, String againstWord, boolean reasonNeeded) {
    if (!forWord.equals(decision) && !againstWord.equals(decision)) {
      throw new InvalidSubmission(
          "决定应为 " + named(forWord) + " 或 " + named(againstWord) + "，收到的是" + shown(decision) + "。");
    }
    boolean against = againstWord.equals(decision);
    String reason =
        against && reasonNeeded
            ? Sentence.required(WORDS.get(againstWord) + "的理由", opinion, LONGEST)
            : Sentence.limited("意见", opinion, LONGEST);
    return new Opinion(against, reason);
  }

  /**
   * A decision that can only be said or left unsaid.
   *
   * @throws InvalidSubmission for any other word, or a reason that is too long
   */
  public static Opinion only(String word, String decision, String opinion) {
    if (!word.equals(decision)) {
      throw new InvalidSubmission("决定应为 " + word + "，收到的是" + shown(decision) + "。");
    }
    return new Opinion(false, Sentence.limited("意见", opinion, LONGEST));
  }

  /** As a program sends it, and as a person reads it. */
  private static String named(String word) {
    return word + "（" + WORDS.get(word) + "）";
  }

  private static String shown(String decision) {
    return decision == null || decision.isBlank() ? "空" : "“" + decision + "”";
  }
}
