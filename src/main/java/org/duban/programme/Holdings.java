package org.duban.programme;

import java.sql.Timestamp;
import java.time.Clock;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.suspension.SuspensionRows;
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
