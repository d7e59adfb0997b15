package org.duban.programme;

/**
 * A person's decision on a task, with the reason where one is needed.
 *
 * @param against whether it's the second of the two words that the task offers
 * @param reason empty when none was given
 */
public record Opinion(boolean against, String reason) {

  private static final int LONGEST = 2000;

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
          "决定应为 " + forWord + " 或 " + againstWord + "，收到的是" + shown(decision) + "。");
    }
    boolean against = againstWord.equals(decision);
    String reason =
        against && reasonNeeded
            ? Sentence.required("意见（" + againstWord + "）", opinion, LONGEST)
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

  private static String shown(String decision) {
    return decision == null || decision.isBlank() ? "空" : "“" + decision + "”";
  }
}
