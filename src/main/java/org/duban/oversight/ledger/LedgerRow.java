package org.duban.oversight.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.escalation.OwnTerm;
import org.duban.notice.Operator;
import org.duban.oversight.Standing;
import org.duban.oversight.Terms;
import org.duban.oversight.milestone.Attribution;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.programme.Role;

/**
 * One obligation with all that a ledger tells of it.
 *
 * @param programme title of its list
 * @param leads names of the departments
 * @param inHandOf names of those who have it in hand
 * @param daysPastDue calendar days past the present due day: today while it is owed, on the day of
 *     closing once it is closed, else 0
 * @param percent of the last report, null when there is none
 * @param held whose days it took
 * @param extensions how often it got more time
 * @param overdueTerms what is past a day of its own, besides the date of the milestone
 * @param lastReport the last report in words, null when there is none
 */
public record LedgerRow(
    MilestoneRow milestone,
    Standing standing,
    String programme,
    List<String> leads,
    List<String> supports,
    List<String> inHandOf,
    long daysPastDue,
    Integer percent,
    List<Measured> measured,
    List<Attribution.Share> held,
    int extensions,
    List<OverdueTerm> overdueTerms,
    String lastReport) {

  /**
   * @param days calendar days past its day
   */
  record OverdueTerm(OwnTerm term, String holder, long days) {}

  /**
   * What was promised and what was reached.
   *
   * @param actual null when none was reported
   */
  record Measured(
      String metric, Operator operator, BigDecimal target, String unit, BigDecimal actual) {

    String text() {
      return "%s %s %s%s / %s"
          .formatted(
              metric,
              Terms.of(operator),
              target.toPlainString(),
              unit,
              actual == null ? "未报" : actual.toPlainString() + unit);
    }
  }

  String inHand() {
    return String.join("、", inHandOf);
  }

  /** The working days of all who had it in that role. */
  int days(Role role) {
    return held.stream()
        .filter(share -> share.role() == role)
        .mapToInt(Attribution.Share::workingDays)
        .sum();
  }

  long overdueSignOffs() {
    return overdueTerms.stream().filter(one -> one.term() == OwnTerm.SIGN_OFF).count();
  }

  String overdueSignOffsInWords() {
    return overdueTerms.stream()
        .filter(one -> one.term() == OwnTerm.SIGN_OFF)
        .map(one -> one.holder() + "（" + one.days() + " 天）")
        .collect(Collectors.joining("、"));
  }

  String otherOverdueTermsInWords() {
    return overdueTerms.stream()
        .filter(one -> one.term() != OwnTerm.SIGN_OFF)
        .map(one -> one.term().label() + "：" + one.holder() + "（" + one.days() + " 天）")
        .collect(Collectors.joining("；"));
  }

  String heldInWords() {
    return held.stream()
        .filter(share -> share.workingDays() > 0)
        .map(
            share ->
                Terms.held(
                    share.name(), share.role(), share.workingDays(), share.pastDueWorkingDays()))
        .collect(Collectors.joining("；"));
  }
}
