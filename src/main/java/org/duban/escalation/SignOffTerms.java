package org.duban.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.duban.calendar.WorkingCalendar;
import org.duban.programme.HolderChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each supporting department its own term, from the moment it is asked to sign off. */
@Component
class SignOffTerms {

  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;
  private final SignOffSettings settings;
  private final Escalations escalations;
  private final Clock clock;

  SignOffTerms(
      JdbcClient jdbc,
      WorkingCalendar calendar,
      SignOffSettings settings,
      Escalations escalations,
      Clock clock) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.settings = settings;
    this.escalations = escalations;
    this.clock = clock;
  }

  @EventListener
  void follow(HolderChanged changed) {
    endWhereSigned(changed.milestoneId());
    beginWhereAsked(changed.milestoneId());
  }

  private void endWhereSigned(String milestoneId) {
    jdbc.sql(
            """
            delete from watch w where w.milestone_id = :milestone and w.term = 'SIGN_OFF' and not exists (
                select 1 from holding h where h.milestone_id = w.milestone_id and h.holder = w.holder
                    and h.duty = 'SIGN_OFF' and h.until is null)
            returning w.holder
            """)
        .param("milestone", milestoneId)
        .query(String.class)
        .list()
        .forEach(department -> escalations.liftSignOff(milestoneId, department));
  }

  private void beginWhereAsked(String milestoneId) {
    LocalDate today = LocalDate.now(clock);
    jdbc.sql(
            """
            insert into watch (milestone_id, term, holder, tenant_id, programme_id, project_id, kind, due, runs_from,
                               next_rung_at)
            select w.milestone_id, 'SIGN_OFF', h.holder, w.tenant_id, w.programme_id, w.project_id, w.kind, :due, :today,
                   :now
            from watch w join holding h on h.milestone_id = w.milestone_id and h.duty = 'SIGN_OFF' and h.until is null
            where w.milestone_id = :milestone and w.term = 'MILESTONE'
            on conflict (milestone_id, term, holder) do nothing
            """)
        .param("due", calendar.plusWorkingDays(today, settings.workingDays()))
        .param("today", today)
        .param("now", Timestamp.from(clock.instant()))
        .param("milestone", milestoneId)
        .update();
  }
}
