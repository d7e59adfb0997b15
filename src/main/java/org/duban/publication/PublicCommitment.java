package org.duban.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.duban.notice.Operator;

/**
 * A promise and what was reached of it.
 *
 * @param reached the figure of the last report that the office accepted and closed; null while
 *     there is none
 * @param asOf the day on which that was closed
 */
public record PublicCommitment(
    int number,
    String metric,
    Operator operator,
    BigDecimal target,
    String unit,
    String text,
    BigDecimal reached,
    LocalDate asOf) {

  /**
   * Of the target, 0 to 100 and never rounded up; null where there is no figure or no more of it is
   * wanted.
   */
  public Integer percent() {
    if (reached == null || operator == Operator.LE || target.signum() <= 0) {
      return null;
    }
    BigDecimal share =
        reached.multiply(BigDecimal.valueOf(100)).divide(target, 0, RoundingMode.DOWN);
    return share.max(BigDecimal.ZERO).min(BigDecimal.valueOf(100)).intValue();
  }
}
