package org.duban.programme;

import java.time.LocalDate;
import org.duban.notice.MilestoneKind;

/**
 * One obligation of a project.
 *
 * @param registeredAs the ordinal under which its project was registered
 * @param due the day at whose end it is due; null for the rhythm of an ONGOING project, whose
 *     periods are milestones of their own
 * @param listedDue the day that the list in force has; {@code due} is later when the office gave
 *     more time since, or when the list moved what was met already
 * @param originalDue the day that was printed, whatever day counts now
 * @param rhythmId for a reporting period the milestone whose rhythm it belongs to, else null
 * @param round counts the reports asked for: 1, and one more after each return
 * @param named whether the list in force names it
 */
public record Milestone(
    String id,
    String tenantId,
    String programmeId,
    String projectId,
    int registeredAs,
    MilestoneKind kind,
    LocalDate due,
    LocalDate originalDue,
    LocalDate listedDue,
    String phrase,
    MilestoneState state,
    int round,
    String rhythmId,
    boolean named) {

  /**
   * The name under which the engine and its pages show it. It never changes, whatever a revised
   * list says of ordinal and date.
   */
  public String businessKey() {
    return programmeId + "/" + registeredAs + "/" + kind + "/" + originalDue;
  }

  /** Whether it stands for the rhythm itself and not for something due on a day. */
  public boolean isRhythm() {
    return kind == MilestoneKind.ONGOING && rhythmId == null;
  }
}
