package org.duban.oversight.ladder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.escalation.OpenTerm;
import org.duban.escalation.OpenTerms;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.programme.MilestoneState;
import org.springframework.stereotype.Component;

/** Which days run for a milestone or a project, and for whom. */
@Component
public class TermRows {

  private final OpenTerms terms;
  private final WorkingCalendar calendar;
  private final Directory directory;
  private final Clock clock;

  TermRows(OpenTerms terms, WorkingCalendar calendar, Directory directory, Clock clock) {
    this.terms = terms;
    this.calendar = calendar;
    this.directory = directory;
    this.clock = clock;
  }

  /** Its own date first while it is owed, then the days that holders have of their own. */
  public List<TermRow> of(MilestoneRow milestone) {
    return Stream.concat(
            Stream.of(milestone).filter(TermRows::runs).map(this::dateOf), own(milestone).stream())
        .toList();
  }

  /** The days alone that holders have of their own. */
  public List<TermRow> own(MilestoneRow milestone) {
    return terms.ofMilestone(milestone.id()).stream().map(this::row).toList();
  }

  /** Those of the project as a whole. */
  public List<TermRow> of(String projectId) {
    return terms.ofProject(projectId).stream().map(this::row).toList();
  }

  private static boolean runs(MilestoneRow milestone) {
    return milestone.due() != null
        && (milestone.state().open() || milestone.state() == MilestoneState.SUSPENDED);
  }

  private TermRow dateOf(MilestoneRow milestone) {
    boolean suspended = milestone.state() == MilestoneState.SUSPENDED;
    int workingDays = calendar.workingDaysTo(milestone.due(), LocalDate.now(clock));
    return new TermRow(
        "MILESTONE",
        "节点期限",
        null,
        null,
        null,
        milestone.due(),
        suspended,
        workingDays,
        suspended ? 0 : Math.max(0, workingDays),
        milestone.light(),
        null);
  }

  private TermRow row(OpenTerm open) {
    return new TermRow(
        open.term().name(),
        open.term().label(),
        open.holder(),
        directory.nameOf(open.holder()),
        open.since(),
        open.due(),
        open.suspended(),
        open.workingDays(),
        open.overdue(),
        open.light(),
        open.task());
  }
}
