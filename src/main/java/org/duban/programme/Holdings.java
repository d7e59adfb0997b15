package org.duban.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has a milestone in hand. Each task given out for a milestone is one holding, from the moment
 * it is given until it is done or taken away, so whoever holds things up can be named.
 */
@Component
public class Holdings {

  private final JdbcClient jdbc;
  private final MilestoneRows milestones;
  private final SuspensionRows suspensions;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Holdings(
      JdbcClient jdbc,
      MilestoneRows milestones,
      SuspensionRows suspensions,
      Clock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.milestones = milestones;
    this.suspensions = suspensions;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Where the milestone is suspended it stays so, and is in the holder's hands once it's resumed.
   *
   * @param holder a department's code, {@code supervising-office} or {@code leader}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(String milestoneId, String holder, Duty duty, String taskId) {
    Milestone milestone = milestones.lock(milestoneId);
    jdbc.sql(
            """
            insert into holding (tenant_id, milestone_id, holder, role, duty, task_id, since)
            values (:tenant, :milestone, :holder, :role, :duty, :task, :since)
            """)
        .param("tenant", milestone.tenantId())
        .param("milestone", milestoneId)
        .param("holder", holder)
        .param("role", duty.role().name())
        .param("duty", duty.name())
        .param("task", taskId)
        .param("since", Timestamp.from(clock.instant()))
        .update();
    if (milestone.state() == MilestoneState.SUSPENDED) {
      duty.state().ifPresent(state -> suspensions.expect(milestoneId, state));
    } else {
      duty.state().ifPresent(state -> milestones.enter(milestoneId, state));
    }
    events.publishEvent(new HolderChanged(milestoneId));
  }

  /** Whether the task was once given to one of these, whatever became of it. */
  @Transactional(readOnly = true)
  public boolean everHeld(String taskId, Collection<String> holders) {
    return jdbc.sql(
            "select exists (select 1 from holding where task_id = :task and holder = any(:holders))")
        .param("task", taskId)
        .param("holders", holders.toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }

  /**
   * Who has the work of a task that was taken away from one of these, because the project, or the
   * first place among its leads, went to another.
   *
   * @return codes of departments; empty when the task was done, or simply ended
   */
  @Transactional(readOnly = true)
  public List<String> successors(String taskId, Collection<String> holders) {
    return jdbc.sql(
            """
            with gone as (
                select h.milestone_id, h.holder, h.role, h.duty, h.since, m.project_id
                from holding h join milestone m on m.id = h.milestone_id
                where h.task_id = :task and h.holder = any(:holders) and h.until is not null)
            select a.department_code as code
            from gone join assignment a
                on a.project_id = gone.project_id and a.role = gone.role and a.assigned_at >= gone.since
            where not exists (select 1 from assignment own
                              where own.project_id = gone.project_id and own.role = gone.role
                                and own.department_code = gone.holder)
            union
            select h.holder
            from gone join holding h
                on h.milestone_id = gone.milestone_id and h.duty = gone.duty and h.holder <> gone.holder
            where gone.duty in ('CONSOLIDATE', 'RESOLVE_OBJECTION') and h.until is null
            order by code
            """)
        .param("task", taskId)
        .param("holders", holders.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** The task is done or gone. Tasks that held nothing are none of its business. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void letGo(String taskId) {
    jdbc.sql(
            """
            update holding set until = :until where task_id = :task and until is null
            returning milestone_id
            """)
        .param("until", Timestamp.from(clock.instant()))
        .param("task", taskId)
        .query(String.class)
        .optional()
        .ifPresent(milestoneId -> events.publishEvent(new HolderChanged(milestoneId)));
  }
}
