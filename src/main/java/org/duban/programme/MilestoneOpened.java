package org.duban.programme;

import java.time.LocalDate;
import org.duban.notice.MilestoneKind;

/**
 * A dated obligation began to run.
 *
 * @param from the day from which it runs: dispatch, or the opening of its period
 */
public record MilestoneOpened(
    String milestoneId,
    String tenantId,
    String programmeId,
    String projectId,
    MilestoneKind kind,
    LocalDate due,
    LocalDate from) {

  public static MilestoneOpened of(Milestone milestone, LocalDate from) {
    return new MilestoneOpened(
        milestone.id(),
        milestone.tenantId(),
        milestone.programmeId(),
        milestone.projectId(),
        milestone.kind(),
        milestone.due(),
        from);
  }
}
