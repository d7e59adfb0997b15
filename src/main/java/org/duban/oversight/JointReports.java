package org.duban.oversight;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.oversight.milestone.MilestoneHistory;
import org.duban.oversight.milestone.ReportedFigures;
import org.duban.programme.Milestone;
import org.springframework.stereotype.Component;

/** The reports as supporting departments read them. */
@Component
public class JointReports {

  private final MilestoneHistory history;
  private final ReportedFigures figures;

  JointReports(MilestoneHistory history, ReportedFigures figures) {
    this.history = history;
    this.figures = figures;
  }

  /** The last report of the round that runs; empty while none is filed. */
  public Optional<JointReport> of(Milestone milestone) {
    List<MilestoneHistory.Report> reports =
        history.reports(milestone.id()).stream()
            .filter(report -> report.round() == milestone.round() && report.percent() != null)
            .toList();
    return reports.isEmpty()
        ? Optional.empty()
        : Optional.of(
            joint(
                reports.get(reports.size() - 1),
                figures.ofMilestone(milestone.id()),
                !objections(milestone).isEmpty()));
  }

  /** What was objected in the round that runs, each with the name of who did. */
  public List<String> objections(Milestone milestone) {
    return history.signOffs(milestone.id()).stream()
        .filter(
            signOff -> signOff.round() == milestone.round() && signOff.decision().equals("OBJECT"))
        .map(signOff -> signOff.departmentName() + "：" + signOff.opinion())
        .toList();
  }

  private static JointReport joint(
      MilestoneHistory.Report report, Map<Integer, BigDecimal> actuals, boolean objected) {
    return new JointReport(report.narrative(), report.percent(), actuals, objected);
  }
}
