package org.duban.workflow;

import java.math.BigDecimal;
import java.util.Map;
import org.duban.notice.Operator;
import org.duban.programme.Commitment;

/** What was promised and what was reached, in words. */
final class Figures {

  private static final Map<Operator, String> OPERATORS =
      Map.of(Operator.EQ, "=", Operator.GE, "≥", Operator.LE, "≤", Operator.APPROX, "约");

  private Figures() {}

  static String target(Commitment commitment) {
    return OPERATORS.get(commitment.operator())
        + " "
        + commitment.target().toPlainString()
        + commitment.unit();
  }

  /**
   * @param actual null when none was reported
   */
  static String compared(Commitment commitment, BigDecimal actual) {
    return commitment.metric()
        + " "
        + (actual == null ? "未报" : actual.toPlainString() + commitment.unit())
        + "（目标 "
        + target(commitment)
        + "）";
  }
}
