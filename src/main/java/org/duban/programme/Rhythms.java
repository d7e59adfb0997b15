package org.duban.programme;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.calendar.DueDayPolicy;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.rhythm.Rhythm;
import org.duban.programme.rhythm.RhythmPolicy;
import org.duban.programme.rhythm.RhythmRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The recurring reports of long-term projects. */
@Component
public class Rhythms {

  /**
   * How a long-term project reports from now on.
   *
   * @param nextOpens the day on which the next report is asked for
   * @param nextDue the day by which it is due
   */
  public record Plan(Rhythm rhythm, LocalDate nextOpens, LocalDate nextDue) {}

  private static final int LONGEST_REASON = 2000;

  private final RhythmRows rows;
  private final MilestoneRows milestones;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final DueDayPolicy dueDays;

  Rhythms(
      RhythmRows rows,
      MilestoneRows milestones,
      Trail trail,
      Clock clock,
      ApplicationEventPublisher events,
      DueDayPolicy dueDays) {
    this.rows = rows;
    this.milestones = milestones;
    this.trail = trail;
    this.clock = clock;
    this.events = events;
    this.dueDays = dueDays;
  }

  /**
   * Plans the next period of a rhythm that begins or goes on: the first after the last one that was
   * asked for whose day isn't past, whatever more time that one got since.
   */
  public void goOn(Milestone rhythm, LocalDate today) {
    LocalDate last = rows.lastOwed(rhythm).orElse(today);
    RhythmPolicy.Period next = new RhythmPolicy(rows.of(rhythm.id())).anew(last, today);
    milestones.planPeriod(rhythm.id(), next.opens(), next.due());
  }

  /** Opens every period whose day has come, in order; a second call on the same day opens none. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void openPeriods(LocalDate today) {
    for (var next = milestones.periodsToOpen(today);
        !next.isEmpty();
        next = milestones.periodsToOpen(today)) {
      next.forEach(period -> open(period, today));
    }
  }

  private void open(MilestoneRows.DuePeriod next, LocalDate today) {
    Milestone rhythm = milestones.find(next.rhythmId()).orElseThrow();
    String id = milestones.insertPeriod(rhythm, next.due(), dueDays.dueOn(next.due()));
    var following = new RhythmPolicy(rows.of(rhythm.id())).after(next.due());
    milestones.planPeriod(rhythm.id(), following.opens(), following.due());
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
            "本期报告截止 " + period.due()));
    events.publishEvent(MilestoneOpened.of(period, today));
    events.publishEvent(new ReportPeriodOpened(period.projectId(), id));
  }

  /**
   * Another rhythm from now on. Periods that are open stay; the next is planned anew, and never for
   * a day that is past.
   *
   * @throws InvalidSubmission when the reason is blank or too long
   * @throws ActRefused when the milestone is no rhythm that runs
   */
  @Transactional
  public Plan change(String milestoneId, Rhythm rhythm, String reason, String userId) {
    Milestone milestone = running(milestones.lock(milestoneId));
    String words = Sentence.required("理由", reason, LONGEST_REASON);
    rows.set(milestoneId, rhythm);
    goOn(milestone, LocalDate.now(clock));
    Plan plan = plan(milestoneId);
    trail.record(
        new Entry(
            milestone.tenantId(),
            milestone.programmeId(),
            milestone.projectId(),
            milestoneId,
            Happening.RHYTHM_CHANGED,
            userId,
            null,
            clock.instant(),
            "改为" + rhythm.words() + "报告，下期截止 " + plan.nextDue() + "：" + words));
    return plan;
  }

  /**
   * @throws ActRefused when the milestone is no rhythm that runs
   */
  @Transactional(readOnly = true)
  public Plan plan(String milestoneId) {
    running(milestones.find(milestoneId).orElseThrow());
    RhythmPolicy.Period next = rows.next(milestoneId).orElseThrow();
    return new Plan(rows.of(milestoneId), next.opens(), next.due());
  }

  private static Milestone running(Milestone milestone) {
    if (!milestone.isRhythm() || !milestone.state().open()) {
      throw ActRefused.notNow("这个节点不是正在执行的长期坚持，没有报告周期。");
    }
    return milestone;
  }
}
