package org.duban.escalation;

import org.duban.programme.HolderChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts the term of each supporting department under watch, from the moment it is asked to sign off
 * until it has signed. While its milestone is suspended it doesn't run.
 */
@Component
class SignOffTerms {

  private final JdbcClient jdbc;
  private final Escalations escalations;
  private final NextLook nextLook;

  SignOffTerms(JdbcClient jdbc, Escalations escalations, NextLook nextLook) {
    this.jdbc = jdbc;
    this.escalations = escalations;
    this.nextLook = nextLook;
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
    jdbc.sql(
            """
            insert into watch (milestone_id, term, holder, tenant_id, programme_id, project_id, kind, due, runs_from,
                               suspended, next_rung_at)
            select w.milestone_id, o.term, o.holder, w.tenant_id, w.programme_id, w.project_id, w.kind, o.due,
                   o.since::date, w.suspended, case when w.suspended then null else :now::timestamptz end
            from watch w join own_term o on o.milestone_id = w.milestone_id and o.term = 'SIGN_OFF' and o.until is null
            where w.milestone_id = :milestone and w.term = 'MILESTONE'
            on conflict (milestone_id, term, holder) do nothing
            """)
        .param("now", nextLook.at())
        .param("milestone", milestoneId)
        .update();
  }
}
