package org.duban.notice.quantity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.Operator;

/**
 * Which words before a number widen it. Most stand right before it; 至少, 不低于 and their like may
 * stand a few words off (至少建成2处), as long as no other number comes between.
 */
final class OperatorPolicy {

  private static final String NEAR = "(?=\\D{0,15}$)";

  private static final Pattern WORD =
      Pattern.compile(
          "(?<le>(?:不超过|不高于|不多于|不大于|不得超过|不得高于)"
              + NEAR
              + "|(?:控制在|(?:压缩|缩短|压减|下降|降低?|减少?)[至到]|(?<!不)(?:低于|少于|小于))$)"
              + "|(?<ge>(?:不少于|不低于|不小于|不得少于|不得低于|至少|最少)"
              + NEAR
              + "|(?:(?<!不)(?<!不得)(?:超过|超出|高于|多于|大于)|突破|超)$)"
              + "|(?<about>(?:约|近|大概)$)");

  private OperatorPolicy() {}

  /**
   * @param operator EQ when no word widens
   * @param start where the word begins, -1 when there is none
   */
  record Found(Operator operator, int start, int end) {}

  /**
   * @param text what stands before the number, back to the number before it
   */
  static Found before(String text) {
    Matcher word = WORD.matcher(text);
    Found last = new Found(Operator.EQ, -1, -1);
    while (word.find()) {
      Operator operator =
          word.group("le") != null
              ? Operator.LE
              : word.group("ge") != null ? Operator.GE : Operator.APPROX;
      int start = text.startsWith("大约", word.start() - 1) ? word.start() - 1 : word.start();
      last = new Found(operator, start, word.end());
    }
    return last;
  }
}
