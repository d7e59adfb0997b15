package org.duban.workflow.work;

import java.math.BigDecimal;
import org.duban.oversight.Terms;
import org.duban.programme.Commitment;

/** What was promised and what was reached, in words. */
final class Comparison {

  private Comparison() {}

  static String target(Commitment commitment) {
    return Terms.of(commitment.operator())
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
