package org.duban.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.calendar.WorkingCalendar;
import org.duban.programme.duty.OnePerson;
import org.duban.programme.extension.ExtensionPolicy;
import org.duban.programme.extension.ExtensionRows;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.suspension.ResumptionPolicy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for more time: asked by a lead's head, endorsed by the supervising office, decided by
 * the leader. Until the leader approves, nothing changes and the ladder goes on. The day a
 * milestone was due at first is never lost.
 *
 * <p>Asking for more time and suspending give the same day in either order: while a milestone is
 * suspended nothing is asked and nothing decided, and a request that waits is resumed with it. The
 * day asked for then counts as later by the same working days as the due day.
 */
@Component
public class Extensions {

  private static final int LONGEST_REASON = 2000;

  private final ExtensionRows rows;
  private final MilestoneRows milestones;
  private final ResumptionPolicy resumption;
  private final Actors actors;
  private final OnePerson onePerson;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Extensions(
      ExtensionRows rows,
      MilestoneRows milestones,
      WorkingCalendar calendar,
      Actors actors,
      OnePerson onePerson,
      Trail trail,
      Clock clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.milestones = milestones;
    this.resumption = new ResumptionPolicy(calendar);
    this.actors = actors;
    this.onePerson = onePerson;
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  /** The oldest first. */
  public List<ExtensionRequest> ofMilestone(String milestoneId) {
    return rows.ofMilestone(milestoneId);
  }

  /**
   * The head of a lead asks for another due day.
   *
   * @param newDue may be any day of the calendar, a day off among them
   * @throws InvalidSubmission when the reason is blank or too long, or the day not later than the
   *     one in force, or more than five years later
   * @throws ActRefused when the person isn't a lead's head or who stands in for one, the due day
   *     has passed, another request waits for its answer, or the milestone isn't being worked on
   */
  @Transactional
  public ExtensionRequest request(
      String milestoneId, String department, LocalDate newDue, String reason, String userId) {
    Milestone milestone = milestones.lock(milestoneId);
    actors.mustHead(department, userId);
    String words = Sentence.required("延期理由", reason, LONGEST_REASON);
    ExtensionPolicy.obstacle(milestone, LocalDate.now(clock), pending(milestoneId))
        .ifPresent(
            sentence -> {
              throw ActRefused.notNow(sentence);
            });
    if (!ExtensionPolicy.gains(milestone.due(), newDue)) {
      throw new InvalidSubmission("申请的期限 " + newDue + " 应晚于现在的期限 " + milestone.due() + "。");
    }
    if (!ExtensionPolicy.plausible(milestone.due(), newDue)) {
      throw new InvalidSubmission("申请的期限 " + newDue + " 比现在的期限 " + milestone.due() + " 晚五年以上，请核对。");
    }
    Instant now = clock.instant();
    long id = rows.insert(milestone, department, newDue, words, userId, now);
    tell(
        milestone,
        Happening.EXTENSION_REQUESTED,
        userId,
        department,
        "由 " + milestone.due() + " 延至 " + newDue + "：" + words);
    events.publishEvent(new ExtensionRequested(id, milestoneId));
    return rows.get(id);
  }

  private boolean pending(String milestoneId) {
    return rows.ofMilestone(milestoneId).stream().anyMatch(one -> one.state().pending());
  }

  /**
   * The supervising office passes the request on to the leader, or refuses it.
   *
   * @throws InvalidSubmission when it is passed on although the day in force has overtaken it
   * @throws ActRefused while the milestone is suspended, or when the person isn't of the office, or
   *     asked for it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endorse(long id, Opinion opinion, String userId) {
    Milestone milestone = milestones.lock(rows.get(id).milestone());
    ExtensionRequest request = rows.get(id);
    actors.mustBeOfTheOffice(userId);
    onePerson.mayAnswer(request, userId);
    check(request, milestone, opinion);
    rows.endorse(
        id,
        opinion,
        opinion.against() ? ExtensionState.REFUSED : ExtensionState.PENDING_DECISION,
        userId,
        clock.instant());
    Happening what = opinion.against() ? Happening.EXTENSION_REFUSED : Happening.EXTENSION_ENDORSED;
    tell(milestone, what, userId, null, opinion.reason());
    if (opinion.against()) {
      events.publishEvent(new ExtensionDecided(rows.get(id)));
    }
  }

  /**
   * The leader grants or refuses what was asked for; the date is moved by {@link #moveDeadline}.
   *
   * @throws InvalidSubmission when it is granted although the day in force has overtaken it
   * @throws ActRefused while the milestone is suspended, or when the person isn't the leader, or
   *     asked for it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void decide(long id, Opinion opinion, String userId) {
    Milestone milestone = milestones.lock(rows.get(id).milestone());
    ExtensionRequest request = rows.get(id);
    actors.mustBeTheLeader(userId);
    onePerson.mayAnswer(request, userId);
    check(request, milestone, opinion);
    rows.decide(
        id,
        opinion,
        opinion.against() ? ExtensionState.REFUSED : ExtensionState.APPROVED,
        userId,
        clock.instant());
    if (opinion.against()) {
      tell(milestone, Happening.EXTENSION_REFUSED, userId, null, opinion.reason());
    } else {
      String moved = "由 " + milestone.due() + " 延至 " + request.newDue() + "。" + opinion.reason();
      tell(milestone, Happening.EXTENSION_APPROVED, userId, null, moved);
    }
    events.publishEvent(new ExtensionDecided(rows.get(id)));
  }

  /**
   * The clock may be stopped, or a revised list have moved the milestone further than was asked.
   */
  private static void check(ExtensionRequest request, Milestone milestone, Opinion opinion) {
    ExtensionPolicy.halted(milestone)
        .ifPresent(
            sentence -> {
              throw ActRefused.notNow(sentence);
            });
    if (!opinion.against() && !ExtensionPolicy.gains(milestone.due(), request.newDue())) {
      throw new InvalidSubmission(
          "期限已调整为 " + milestone.due() + "，不早于申请的 " + request.newDue() + "，此件只能不同意（REFUSE）。");
    }
  }

  /** The approved day comes into force, with the ladder that belongs to it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void moveDeadline(long id) {
    ExtensionRequest request = rows.get(id);
    Milestone milestone = milestones.lock(request.milestone());
    milestones.postpone(milestone.id(), request.newDue());
    events.publishEvent(new MilestoneRedated(milestone.id(), milestone.due(), request.newDue()));
  }

  /** What was asked for against the old day is asked for against the new one. */
  @EventListener
  void shift(MilestoneResumed resumed) {
    for (ExtensionRequest request : rows.ofMilestone(resumed.milestoneId())) {
      LocalDate newDue = resumption.shifted(request.newDue(), resumed.from(), resumed.to());
      if (request.state().pending() && !newDue.equals(request.newDue())) {
        rows.postpone(request.id(), newDue);
        tell(
            milestones.find(resumed.milestoneId()).orElseThrow(),
            Happening.EXTENSION_SHIFTED,
            Entry.SYSTEM,
            null,
            "申请延至 " + request.askedDue() + "，因中止计时顺延为 " + newDue);
      }
    }
  }

  /** What is met or withdrawn needs no more time. */
  @EventListener
  void lapse(MilestoneClosed closed) {
    for (ExtensionRequest request : rows.ofMilestone(closed.milestoneId())) {
      if (request.state().pending()) {
        rows.lapse(request.id(), clock.instant());
        Milestone milestone = milestones.find(closed.milestoneId()).orElseThrow();
        tell(milestone, Happening.EXTENSION_LAPSED, Entry.SYSTEM, null, "");
      }
    }
  }

  private void tell(
      Milestone milestone, Happening what, String userId, String department, String detail) {
    trail.record(
        new Entry(
            milestone.tenantId(),
            milestone.programmeId(),
            milestone.projectId(),
            milestone.id(),
            what,
            userId,
            department,
            clock.instant(),
            detail));
  }
}
