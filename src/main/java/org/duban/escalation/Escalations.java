package org.duban.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.programme.ActRefused;
import org.duban.programme.Actors;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.MilestoneClosed;
import org.duban.programme.MilestoneRedated;
import org.duban.programme.Milestones;
import org.duban.programme.Sentence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Missed deadlines that went up the ladder, and how people answered. */
@Component
public class Escalations {

  private final JdbcClient jdbc;
  private final Milestones milestones;
  private final Actors actors;
  private final Trail trail;
  private final EscalationNotices notices;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Escalations(
      JdbcClient jdbc,
      Milestones milestones,
      Actors actors,
      Trail trail,
      EscalationNotices notices,
      Clock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.milestones = milestones;
    this.actors = actors;
    this.trail = trail;
    this.notices = notices;
    this.clock = clock;
    this.events = events;
  }

  public Optional<Escalation> find(long id) {
    return jdbc.sql(Escalation.SELECT + "where id = :id")
        .param("id", id)
        .query(Escalation::read)
        .optional();
  }

  /** Who has in hand what was late, or had it last; nobody where its own term just ended. */
  public List<String> holders(long id) {
    return jdbc.sql("select unnest(coalesce(held_by, responsible)) from escalation where id = :id")
        .param("id", id)
        .query(String.class)
        .list();
  }

  /**
   * The head of a holder explains the delay and promises a day.
   *
   * @param recoveryDate ISO date, today or later
   * @throws InvalidSubmission when the explanation is blank or the date is none, or lies in the
   *     past
   * @throws ActRefused when the person isn't the holder's head, nor stands in for one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void explain(
      long id, String department, String explanation, String recoveryDate, String userId) {
    actors.mustHead(department, userId);
    String words = Sentence.required("延误原因", explanation, Sentence.LONGEST);
    LocalDate promised = promised(recoveryDate);
    Escalation escalation = held(id);
    jdbc.sql(
            """
            insert into explanation (tenant_id, escalation_id, department_code, explanation, recovery_date, explained_by,
                                     explained_at)
            values (:tenant, :escalation, :department, :explanation, :promised, :by, :at)
            """)
        .param("tenant", escalation.tenantId())
        .param("escalation", id)
        .param("department", department)
        .param("explanation", words)
        .param("promised", promised)
        .param("by", userId)
        .param("at", Timestamp.from(clock.instant()))
        .update();
    watch(escalation, department, promised);
    tell(
        escalation,
        Happening.DELAY_EXPLAINED,
        userId,
        department,
        words + "（预计 " + promised + " 补救完成）");
  }

  /** The day is watched like a deadline; a later promise takes the place of an earlier one. */
  private void watch(Escalation escalation, String department, LocalDate promised) {
    jdbc.sql(
            """
            insert into watch (milestone_id, term, holder, tenant_id, programme_id, project_id, kind, due, runs_from,
                               next_rung_at)
            select milestone_id, 'RECOVERY', :department, tenant_id, programme_id, project_id, kind, :promised, :today, :now
            from watch where milestone_id = :milestone and term = 'MILESTONE'
            on conflict (milestone_id, term, holder) do update
            set due = excluded.due, runs_from = excluded.runs_from, rung = 'NONE', level = 0,
                next_rung_at = excluded.next_rung_at
            """)
        .param("department", department)
        .param("promised", promised)
        .param("today", LocalDate.now(clock))
        .param("now", Timestamp.from(clock.instant()))
        .param("milestone", escalation.milestoneId())
        .update();
  }

  private LocalDate promised(String recoveryDate) {
    LocalDate promised;
    try {
      promised = LocalDate.parse(recoveryDate == null ? "" : recoveryDate.strip());
    } catch (DateTimeParseException e) {
      throw new InvalidSubmission("预计补救完成日期应写成 2021-07-15 的形式。");
    }
    LocalDate today = LocalDate.now(clock);
    if (promised.isBefore(today)) {
      throw new InvalidSubmission("预计补救完成日期 " + promised + " 早于今天 " + today + "。");
    }
    return promised;
  }

  /**
   * The leader in charge says what is to be done.
   *
   * @throws InvalidSubmission when the instruction is blank
   * @throws ActRefused when the person isn't the leader, nor stands in for one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void instruct(long id, String instruction, String userId) {
    actors.mustBeTheLeader(userId);
    String words = Sentence.required("批示", instruction, Sentence.LONGEST);
    Escalation escalation = held(id);
    jdbc.sql(
            """
            insert into instruction (tenant_id, escalation_id, instruction, instructed_by, instructed_at)
            values (:tenant, :escalation, :instruction, :by, :at)
            """)
        .param("tenant", escalation.tenantId())
        .param("escalation", id)
        .param("instruction", words)
        .param("by", userId)
        .param("at", Timestamp.from(clock.instant()))
        .update();
    tell(escalation, Happening.INSTRUCTED, userId, null, words);
    notices.instructed(escalation, words);
  }

  /** As it is while its milestone is held: who answers for it may have changed before. */
  private Escalation held(long id) {
    milestones.hold(find(id).orElseThrow().milestoneId());
    return find(id).orElseThrow();
  }

  /** What is met, or withdrawn, is not chased any more. */
  @EventListener
  void lift(MilestoneClosed closed) {
    liftAll(closed.milestoneId(), closed.met() ? "节点已办结" : "节点已撤销");
  }

  /** What got more time is not chased until that time has passed. */
  @EventListener
  void lift(MilestoneRedated redated) {
    if (!redated.to().isBefore(LocalDate.now(clock))) {
      liftAll(redated.milestoneId(), "期限改为 " + redated.to());
    }
  }

  /** The department doesn't hold the sign-off any more. */
  void liftSignOff(String milestoneId, String department) {
    boolean signs =
        jdbc.sql(
                """
                select exists (select 1 from milestone m join assignment a on a.project_id = m.project_id
                               where m.id = :milestone and a.department_code = :department and a.role = 'SUPPORT'
                                 and a.signs_off)
                """)
            .param("milestone", milestoneId)
            .param("department", department)
            .query(Boolean.class)
            .single();
    if (signs) {
      liftOwn(milestoneId, Term.SIGN_OFF, department, "会签已办");
    } else {
      leave(milestoneId, Term.SIGN_OFF, department, "会签单位已调整");
    }
  }

  /** What its head promised was its own word, and ends with its part in the milestone. */
  void releaseFromPromise(String milestoneId, String department) {
    jdbc.sql(
            "delete from watch where milestone_id = :milestone and term = 'RECOVERY' and holder = :department")
        .param("milestone", milestoneId)
        .param("department", department)
        .update();
    leave(milestoneId, Term.RECOVERY, department, "承诺补救的单位已调整");
  }

  private void leave(String milestoneId, Term term, String department, String why) {
    jdbc.sql(
            """
            update escalation set held_by = '{}'
            where milestone_id = :milestone and term = :term and holder = :department and state = 'OPEN'
            """)
        .param("milestone", milestoneId)
        .param("term", term.name())
        .param("department", department)
        .update();
    liftOwn(milestoneId, term, department, why);
  }

  private void liftOwn(String milestoneId, Term term, String department, String why) {
    List<Escalation> open =
        jdbc.sql(
                Escalation.SELECT
                    + """
                    where milestone_id = :milestone and term = :term and holder = :department and state = 'OPEN'
                    order by id
                    """)
            .param("milestone", milestoneId)
            .param("term", term.name())
            .param("department", department)
            .query(Escalation::read)
            .list();
    lift(open, why);
    open.forEach(one -> events.publishEvent(new EscalationLifted(one.id(), milestoneId)));
  }

  private void liftAll(String milestoneId, String why) {
    lift(
        jdbc.sql(
                Escalation.SELECT
                    + "where milestone_id = :milestone and state = 'OPEN' order by id")
            .param("milestone", milestoneId)
            .query(Escalation::read)
            .list(),
        why);
  }

  private void lift(List<Escalation> open, String why) {
    for (Escalation escalation : open) {
      jdbc.sql("update escalation set state = 'LIFTED', lifted_at = :now where id = :id")
          .param("now", Timestamp.from(clock.instant()))
          .param("id", escalation.id())
          .update();
      tell(
          escalation,
          Happening.ESCALATION_LIFTED,
          Entry.SYSTEM,
          null,
          "第 " + escalation.level() + " 级督办解除：" + why);
    }
    notices.lifted(open, why);
  }

  private void tell(
      Escalation escalation, Happening what, String userId, String department, String detail) {
    trail.record(
        new Entry(
            escalation.tenantId(),
            escalation.programmeId(),
            escalation.projectId(),
            escalation.milestoneId(),
            what,
            userId,
            department,
            clock.instant(),
            detail));
  }
}
