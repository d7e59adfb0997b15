package org.duban.oversight.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duban.notice.Operator;

/**
 * One measurable promise with the last figure that was reported for it.
 *
 * @param actual null when none was reported, and with it the day
 */
public record LedgerCommitment(
    String programme,
    int ordinal,
    String project,
    List<String> leads,
    String metric,
    Operator operator,
    BigDecimal target,
    String unit,
    String text,
    BigDecimal actual,
    LocalDate reportedOn) {

  BigDecimal difference() {
    return actual == null ? null : actual.subtract(target);
  }
}
