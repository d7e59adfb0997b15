package org.duban.programme;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.calendar.WorkingCalendar;
import org.duban.programme.act.ReopeningPolicy;
import org.duban.programme.act.ReopeningSettings;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.register.ProgrammeRows;
import org.duban.programme.revision.Revision;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Met milestones that run again, because their project was returned or opened again. They are due
 * on a new day, and nobody is late for the time in which they counted as met; how they were met
 * stays on record, and so do the day that was printed and the one that the list has.
 */
@Component
@EnableConfigurationProperties(ReopeningSettings.class)
public class Reopenings {

  private final MilestoneRows rows;
  private final ProgrammeRows programmes;
  private final ReopeningPolicy policy;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Reopenings(
      MilestoneRows rows,
      ProgrammeRows programmes,
      WorkingCalendar calendar,
      ReopeningSettings settings,
      Trail trail,
      Clock clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.programmes = programmes;
    this.policy = new ReopeningPolicy(calendar, settings.workingDays());
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  /** The new due day of what would be opened again today, where no other is named. */
  public LocalDate proposedDue() {
    return policy.proposed(LocalDate.now(clock));
  }

  /**
   * The new due day of what is opened again today.
   *
   * @param wish ISO date; null or blank for the day proposed
   * @throws InvalidSubmission when it is no date, past, or more than five years off
   */
  public LocalDate due(String wish) {
    return policy.due(wish, LocalDate.now(clock));
  }

  /** A closed milestone is owed once more; one that isn't closed stays as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reopen(String id, LocalDate due, String reason, String userId) {
    Milestone met = rows.lock(id);
    if (met.state() != MilestoneState.CLOSED) {
      return;
    }
    rows.reopen(id, due, clock.instant());
    Programme programme = programmes.find(met.programmeId()).orElseThrow();
    Revision act = Revision.byOffice(programme, met.projectId(), reason, userId);
    trail.record(
        act.entry(
            id, Happening.MILESTONE_REOPENED, "期限由 " + met.due() + " 改为 " + due, clock.instant()));
    Milestone milestone = rows.find(id).orElseThrow();
    events.publishEvent(MilestoneOpened.of(milestone, LocalDate.now(clock)));
    events.publishEvent(new MilestoneReopened(id, reason));
  }
}
