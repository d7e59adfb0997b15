package org.duban.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.directory.Directory;
import org.duban.directory.Person;
import org.duban.notice.MilestoneKind;
import org.duban.notification.Message;
import org.duban.notification.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reminds those who have something to do by a day of its own on the last working day for it, and
 * tells those who answer for them once the day is past: each once, whatever runs twice or at the
 * same time. Nothing of this is escalated. Sign-offs and promised recoveries climb the ladder
 * instead.
 */
@Component
class TermReminders {

  private final JdbcClient jdbc;
  private final TermPolicy policy;
  private final Directory directory;
  private final Outbox outbox;
  private final Trail trail;
  private final Clock clock;

  TermReminders(
      JdbcClient jdbc,
      TermPolicy policy,
      Directory directory,
      Outbox outbox,
      Trail trail,
      Clock clock) {
    this.jdbc = jdbc;
    this.policy = policy;
    this.directory = directory;
    this.outbox = outbox;
    this.trail = trail;
    this.clock = clock;
  }

  void remind(Instant tick) {
    LocalDate today = tick.atZone(clock.getZone()).toLocalDate();
    List<Message> messages = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (DueTerm due : onLastDay(today, tick)) {
      tell(due, false, today, tick, messages, entries);
    }
    for (DueTerm due : past(today, tick)) {
      tell(due, true, today, tick, messages, entries);
    }
    outbox.queue(messages);
    trail.record(entries);
  }

  private List<DueTerm> onLastDay(LocalDate today, Instant tick) {
    return jdbc.sql(
            "update own_term o set reminded_at = :tick"
                + RUNNING
                + "and o.reminded_at is null and o.due between :today and :last"
                + TOLD)
        .param("tick", Timestamp.from(tick))
        .param("today", today)
        .param("last", policy.lastDueToRemindOf(today))
        .query(DueTerm.class)
        .list();
  }

  private List<DueTerm> past(LocalDate today, Instant tick) {
    return jdbc.sql(
            "update own_term o set overdue_told_at = :tick"
                + RUNNING
                + "and o.overdue_told_at is null and o.due < :today"
                + TOLD)
        .param("tick", Timestamp.from(tick))
        .param("today", today)
        .query(DueTerm.class)
        .list();
  }

  private static final String RUNNING =
      """
       from project p
      where p.id = o.project_id and o.until is null and o.term <> 'SIGN_OFF' and not exists (
          select 1 from milestone m where m.id = o.milestone_id and m.state = 'SUSPENDED')
      """;

  private static final String TOLD =
      """
       returning o.task_id, o.tenant_id, o.programme_id, o.project_id, o.milestone_id, o.term, o.holder, o.due, p.number,
                 p.title, (select m.kind from milestone m where m.id = o.milestone_id) as kind,
                 (select m.due from milestone m where m.id = o.milestone_id) as milestone_due
      """;

  /**
   * @param milestoneId null where it is the project's, as are {@code kind} and {@code milestoneDue}
   */
  record DueTerm(
      String taskId,
      String tenantId,
      String programmeId,
      String projectId,
      String milestoneId,
      OwnTerm term,
      String holder,
      LocalDate due,
      String number,
      String title,
      MilestoneKind kind,
      LocalDate milestoneDue) {}

  private void tell(
      DueTerm due,
      boolean past,
      LocalDate today,
      Instant tick,
      List<Message> messages,
      List<Entry> entries) {
    int workingDays = policy.workingDays(due.due(), today);
    String text = text(due, workingDays);
    List<Person> told =
        past
            ? due.term().answering(due.holder(), directory)
            : due.term().acting(due.holder(), directory);
    told.forEach(person -> messages.add(message(due, past, person.id(), text, workingDays)));
    entries.add(
        new Entry(
            due.tenantId(),
            due.programmeId(),
            due.projectId(),
            due.milestoneId(),
            happening(due, past),
            Entry.SYSTEM,
            null,
            tick,
            text));
  }

  private String text(DueTerm due, int workingDays) {
    String about =
        due.kind() == null ? "" : due.kind().label() + " " + due.milestoneDue() + " 的节点，";
    return "【"
        + (due.term() == OwnTerm.ACKNOWLEDGEMENT ? "催促签收" : "时限提醒")
        + "】"
        + due.number()
        + "、"
        + due.title()
        + "："
        + about
        + due.term().label()
        + " "
        + due.due()
        + "，"
        + Announcement.standing(workingDays)
        + "，"
        + directory.nameOf(due.holder())
        + "尚"
        + due.term().undone()
        + "。";
  }

  private static Message message(
      DueTerm due, boolean past, String recipient, String text, int workingDays) {
    return new Message(
        due.tenantId(),
        due.projectId(),
        due.milestoneId(),
        "term/" + due.taskId() + (past ? "/PAST" : "/LAST_DAY"),
        due.term() == OwnTerm.ACKNOWLEDGEMENT ? "ACKNOWLEDGE" : "OWN_TERM",
        recipient,
        text,
        due.number() + "、" + due.title(),
        due.due(),
        workingDays);
  }

  private static Happening happening(DueTerm due, boolean past) {
    if (due.term() == OwnTerm.ACKNOWLEDGEMENT) {
      return Happening.ACKNOWLEDGEMENT_REMINDED;
    }
    return past ? Happening.TERM_PAST : Happening.TERM_REMINDED;
  }
}
