package org.duban.oversight;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.programme.Milestone;
import org.springframework.stereotype.Component;

/** The reports as supporting departments read them. */
@Component
public class JointReports {

  private final MilestoneHistory history;

  JointReports(MilestoneHistory history) {
    this.history = history;
  }

  /** The last report of the round that runs; empty while none is filed. */
  public Optional<JointReport> of(Milestone milestone) {
    List<MilestoneHistory.Report> reports =
        history.reports(milestone.id()).stream()
            .filter(report -> report.round() == milestone.round() && report.percent() != null)
            .toList();
    boolean objected =
        history.signOffs(milestone.id()).stream()
            .anyMatch(
                signOff ->
                    signOff.round() == milestone.round() && signOff.decision().equals("OBJECT"));
    return reports.isEmpty()
        ? Optional.empty()
        : Optional.of(joint(reports.get(reports.size() - 1), objected));
  }

  private static JointReport joint(MilestoneHistory.Report report, boolean objected) {
    return new JointReport(
        report.narrative(),
        report.percent(),
        report.actuals().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> Integer.valueOf(entry.getKey()), entry -> entry.getValue())),
        objected);
  }
}
