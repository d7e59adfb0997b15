package org.duban.programme;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The recurring reports of long-term projects. */
@Component
public class Rhythms {

  private final MilestoneRows milestones;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final RhythmPolicy policy = new RhythmPolicy();

  Rhythms(MilestoneRows milestones, Trail trail, Clock clock, ApplicationEventPublisher events) {
    this.milestones = milestones;
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  /** Plans the next period of a rhythm that goes on: for a time that nobody was asked about yet. */
  void goOn(Milestone rhythm, LocalDate today) {
    LocalDate last = milestones.lastDue(rhythm.projectId(), today);
    LocalDate due = policy.nextDue(last);
    milestones.planPeriod(rhythm.id(), policy.opens(due, last), due);
  }

  /** Opens every period whose day has come, in order; a second call on the same day opens none. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void openPeriods(LocalDate today) {
    for (var next : milestones.periodsToOpen(today)) {
      Milestone rhythm = milestones.find(next.rhythmId()).orElseThrow();
      String id = milestones.insertPeriod(rhythm, next.due());
      LocalDate following = policy.nextDue(next.due());
      milestones.planPeriod(rhythm.id(), policy.opens(following, next.due()), following);
      Milestone period = milestones.find(id).orElseThrow();
      trail.record(
          new Entry(
              period.tenantId(),
              period.programmeId(),
              period.projectId(),
              id,
              Happening.PERIOD_OPENED,
              Entry.SYSTEM,
              null,
              clock.instant(),
              "本期报告截止 " + next.due()));
      events.publishEvent(MilestoneOpened.of(period, today));
      events.publishEvent(new ReportPeriodOpened(period.projectId(), id));
    }
  }
}
