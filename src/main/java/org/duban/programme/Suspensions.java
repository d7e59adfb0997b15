package org.duban.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.calendar.WorkingCalendar;
import org.duban.programme.act.ProjectHold;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.revision.Revision;
import org.duban.programme.suspension.ResumptionPolicy;
import org.duban.programme.suspension.SuspensionRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Milestones that the supervising office suspends, and resumes with the working days they had left.
 * With a rhythm its open periods are suspended and resumed too. A request for more time that waits
 * for its answer waits on until the milestone is resumed, and moves with it.
 */
@Component
public class Suspensions {

  private final ProjectHold hold;
  private final MilestoneRows milestones;
  private final SuspensionRows rows;
  private final Rhythms rhythms;
  private final ResumptionPolicy policy;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Suspensions(
      ProjectHold hold,
      MilestoneRows milestones,
      SuspensionRows rows,
      Rhythms rhythms,
      WorkingCalendar calendar,
      Trail trail,
      Clock clock,
      ApplicationEventPublisher events) {
    this.hold = hold;
    this.milestones = milestones;
    this.rows = rows;
    this.rhythms = rhythms;
    this.policy = new ResumptionPolicy(calendar);
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  /** When a milestone was suspended, the first time first. */
  @Transactional(readOnly = true)
  public List<Suspension> of(String milestoneId) {
    return rows.of(milestoneId);
  }

  /**
   * @throws InvalidSubmission when the reason is missing or too long
   * @throws ActRefused when nothing is owed for it, or it's suspended already
   */
  @Transactional
  public Milestone suspend(String id, String reason, String userId) {
    Revision act = hold.take(find(id).projectId(), reason, userId);
    Milestone milestone = find(id);
    if (!milestone.state().open()) {
      throw ActRefused.notNow("本节点" + standing(milestone.state()) + "，不能中止计时。");
    }
    suspend(act, milestone, false);
    if (milestone.isRhythm()) {
      milestones.endRhythm(id);
      milestones.openPeriods(id).stream()
          .filter(period -> period.state().open())
          .forEach(period -> suspend(act, period, true));
    }
    return find(id);
  }

  private void suspend(Revision act, Milestone milestone, boolean withRhythm) {
    Instant now = clock.instant();
    rows.insert(milestone, withRhythm, now, act.reason(), act.userId());
    milestones.enter(milestone.id(), MilestoneState.SUSPENDED);
    String what = milestone.isRhythm() ? "长期坚持不再开启新一期报告" : milestone.due() + " 到期的节点中止计时";
    trail.record(act.entry(milestone.id(), Happening.SUSPENDED, what, now));
    if (!milestone.isRhythm()) {
      events.publishEvent(new MilestoneSuspended(milestone.id()));
    }
  }

  /**
   * @throws InvalidSubmission when the reason is missing or too long
   * @throws ActRefused when it isn't suspended, or was suspended with its rhythm
   */
  @Transactional
  public Milestone resume(String id, String reason, String userId) {
    Revision act = hold.take(find(id).projectId(), reason, userId);
    Milestone milestone = find(id);
    if (milestone.state() != MilestoneState.SUSPENDED) {
      throw ActRefused.notNow("本节点" + standing(milestone.state()) + "，没有中止计时，不必恢复。");
    }
    if (rows.running(id).withRhythm()) {
      throw ActRefused.notNow("本期报告随长期坚持一并中止计时，请恢复长期坚持的计时。");
    }
    if (milestone.isRhythm()) {
      resumeRhythm(act, milestone);
    } else {
      resumeDated(act, milestone);
    }
    return find(id);
  }

  private void resumeRhythm(Revision act, Milestone rhythm) {
    end(rhythm);
    rhythms.goOn(rhythm, LocalDate.now(clock));
    trail.record(act.entry(rhythm.id(), Happening.RESUMED, "长期坚持恢复定期报告", clock.instant()));
    milestones.openPeriods(rhythm.id()).stream()
        .filter(period -> period.state() == MilestoneState.SUSPENDED)
        .filter(period -> rows.running(period.id()).withRhythm())
        .forEach(period -> resumeDated(act, period));
  }

  private void resumeDated(Revision act, Milestone milestone) {
    LocalDate since = LocalDate.ofInstant(end(milestone), clock.getZone());
    LocalDate today = LocalDate.now(clock);
    LocalDate due = policy.due(milestone.due(), since, today);
    milestones.goOn(milestone.id(), since, due);
    String detail =
        "中止了 %d 个工作日，期限由 %s 顺延到 %s".formatted(policy.lost(since, today), milestone.due(), due);
    trail.record(act.entry(milestone.id(), Happening.RESUMED, detail, clock.instant()));
    events.publishEvent(new MilestoneResumed(milestone.id(), milestone.due(), due));
  }

  /** Since when it was suspended. */
  private Instant end(Milestone milestone) {
    SuspensionRows.Running suspension = rows.running(milestone.id());
    rows.end(milestone.id(), clock.instant());
    milestones.enter(milestone.id(), suspension.stateBefore());
    return suspension.since();
  }

  private Milestone find(String id) {
    return milestones.find(id).orElseThrow();
  }

  private static String standing(MilestoneState state) {
    return switch (state) {
      case PLANNED -> "尚未交办";
      case SUSPENDED -> "已经中止计时";
      case CLOSED -> "已办结";
      case WITHDRAWN -> "已撤销";
      case REPORTING, SIGN_OFF, REVIEW -> "正在办理";
    };
  }
}
