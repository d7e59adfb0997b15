package org.duban.oversight.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.duban.oversight.ladder.TermRow;
import org.duban.oversight.milestone.Attribution;
import org.duban.oversight.milestone.MilestoneHistory;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.programme.Assignment;
import org.duban.programme.Commitment;
import org.duban.programme.Project;
import org.duban.programme.Role;

/**
 * A project from the published sentence to the evidence.
 *
 * @param list title of the programme
 * @param figures each commitment with what was reported of it last
 * @param terms the days that run for the project as a whole, as to acknowledge it
 */
record ProjectStory(
    Project project,
    String list,
    List<Figure> figures,
    List<Part> parts,
    List<TermRow> terms,
    List<Chapter> chapters,
    List<MilestonesController.Step> around) {

  /**
   * @param actual null when nothing was reported yet
   * @param share of the target in percent, null where that says nothing
   */
  record Figure(Commitment commitment, BigDecimal actual, Integer share) {

    static Figure of(Commitment commitment, BigDecimal actual) {
      boolean comparable =
          actual != null
              && commitment.target().signum() > 0
              && !commitment.operator().name().equals("LE");
      return new Figure(
          commitment,
          actual,
          comparable
              ? actual
                  .multiply(BigDecimal.valueOf(100))
                  .divide(commitment.target(), 0, RoundingMode.HALF_UP)
                  .intValue()
              : null);
    }
  }

  record Part(Assignment assignment, String name) {

    public boolean leads() {
      return assignment.role() == Role.LEAD;
    }
  }

  /**
   * One milestone.
   *
   * @param terms the days that run for holders of their own, as to sign off
   */
  record Chapter(
      MilestoneRow milestone,
      String standing,
      List<TermRow> terms,
      List<MilestoneHistory.Report> reports,
      List<Attribution.Share> held,
      List<MilestonesController.Step> steps,
      List<Evidence> evidence) {}

  record Evidence(String id, String name, String department, long size, Instant at) {

    public String sized() {
      return size < 1024 * 1024
          ? Math.max(1, Math.round(size / 1024.0)) + " KB"
          : "%.1f MB".formatted(size / 1024.0 / 1024.0);
    }
  }

  /** One figure of a report in words: the metric by its number, and what was reached. */
  public String said(String number, BigDecimal actual) {
    return figures.stream()
        .map(Figure::commitment)
        .filter(one -> String.valueOf(one.number()).equals(number))
        .findFirst()
        .map(
            one ->
                one.metric()
                    + " "
                    + actual.toPlainString()
                    + one.unit()
                    + "（目标 "
                    + one.target().toPlainString()
                    + one.unit()
                    + "）")
        .orElse(number + "：" + actual.toPlainString());
  }
}
