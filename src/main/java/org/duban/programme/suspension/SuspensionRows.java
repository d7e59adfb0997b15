package org.duban.programme.suspension;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneState;
import org.duban.programme.Suspension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of suspensions. */
@Repository
public class SuspensionRows {

  /** One that lasts. */
  public record Running(MilestoneState stateBefore, boolean withRhythm, Instant since) {}

  private final JdbcClient jdbc;

  SuspensionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(
      Milestone milestone, boolean withRhythm, Instant since, String reason, String by) {
    jdbc.sql(
            """
            insert into suspension (tenant_id, milestone_id, state_before, with_rhythm, since, reason, suspended_by)
            values (:tenant, :milestone, :state, :withRhythm, :since, :reason, :by)
            """)
        .param("tenant", milestone.tenantId())
        .param("milestone", milestone.id())
        .param("state", milestone.state().name())
        .param("withRhythm", withRhythm)
        .param("since", Timestamp.from(since))
        .param("reason", reason)
        .param("by", by)
        .update();
  }

  /** The milestone's state will be another one when it is resumed. */
  public void expect(String milestoneId, MilestoneState state) {
    jdbc.sql(
            "update suspension set state_before = :state where milestone_id = :milestone and until"
                + " is null")
        .param("state", state.name())
        .param("milestone", milestoneId)
        .update();
  }

  public Running running(String milestoneId) {
    return jdbc.sql(
            """
            select state_before, with_rhythm, since from suspension
            where milestone_id = :milestone and until is null
            """)
        .param("milestone", milestoneId)
        .query(
            (row, n) ->
                new Running(
                    MilestoneState.valueOf(row.getString("state_before")),
                    row.getBoolean("with_rhythm"),
                    row.getTimestamp("since").toInstant()))
        .single();
  }

  public void end(String milestoneId, Instant until) {
    jdbc.sql(
            "update suspension set until = :until where milestone_id = :milestone and until is null")
        .param("until", Timestamp.from(until))
        .param("milestone", milestoneId)
        .update();
  }

  public List<Suspension> of(String milestoneId) {
    return jdbc.sql(
            """
            select since, until, reason, suspended_by from suspension
            where milestone_id = :milestone order by id
            """)
        .param("milestone", milestoneId)
        .query(Suspension.class)
        .list();
  }
}
