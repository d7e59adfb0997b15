package org.duban.programme.extension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.programme.ExtensionRequest;
import org.duban.programme.ExtensionState;
import org.duban.programme.Milestone;
import org.duban.programme.Opinion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of requests for more time. */
@Repository
public class ExtensionRows {

  private static final String SELECT =
      "select e.*, m.original_due from extension_request e join milestone m on m.id = e.milestone_id ";

  private final JdbcClient jdbc;

  ExtensionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public ExtensionRequest get(long id) {
    return jdbc.sql(SELECT + "where e.id = :id")
        .param("id", id)
        .query((row, n) -> read(row))
        .single();
  }

  /** The oldest first. */
  public List<ExtensionRequest> ofMilestone(String milestoneId) {
    return jdbc.sql(SELECT + "where e.milestone_id = :milestone order by e.id")
        .param("milestone", milestoneId)
        .query((row, n) -> read(row))
        .list();
  }

  public long insert(
      Milestone milestone,
      String department,
      LocalDate newDue,
      String reason,
      String userId,
      Instant at) {
    return jdbc.sql(
            """
            insert into extension_request (tenant_id, milestone_id, department_code, due, asked_due, new_due, reason,
                                           state, requested_by, requested_at)
            values (:tenant, :milestone, :department, :due, :newDue, :newDue, :reason, 'PENDING_ENDORSEMENT', :by, :at)
            returning id
            """)
        .param("tenant", milestone.tenantId())
        .param("milestone", milestone.id())
        .param("department", department)
        .param("due", milestone.due())
        .param("newDue", newDue)
        .param("reason", reason)
        .param("by", userId)
        .param("at", Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  public void endorse(long id, Opinion opinion, ExtensionState state, String userId, Instant at) {
    answer(
        """
        update extension_request set state = :state, endorsement = :answer, endorsement_opinion = :opinion,
            endorsed_by = :by, endorsed_at = :at
        where id = :id
        """,
        id,
        opinion,
        state,
        userId,
        at);
  }

  public void decide(long id, Opinion opinion, ExtensionState state, String userId, Instant at) {
    answer(
        """
        update extension_request set state = :state, decision = :answer, decision_opinion = :opinion,
            decided_by = :by, decided_at = :at
        where id = :id
        """,
        id,
        opinion,
        state,
        userId,
        at);
  }

  private void answer(
      String sql, long id, Opinion opinion, ExtensionState state, String userId, Instant at) {
    jdbc.sql(sql)
        .param("state", state.name())
        .param("answer", opinion.against() ? "REFUSE" : "APPROVE")
        .param("opinion", opinion.reason())
        .param("by", userId)
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  /** The day asked for counts as a later one; what was asked for stays on record. */
  public void postpone(long id, LocalDate newDue) {
    jdbc.sql("update extension_request set new_due = :newDue where id = :id")
        .param("newDue", newDue)
        .param("id", id)
        .update();
  }

  public void lapse(long id, Instant at) {
    jdbc.sql("update extension_request set state = 'LAPSED', lapsed_at = :at where id = :id")
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  private static ExtensionRequest read(ResultSet row) throws SQLException {
    return new ExtensionRequest(
        row.getLong("id"),
        row.getString("milestone_id"),
        row.getString("department_code"),
        row.getObject("original_due", LocalDate.class),
        row.getObject("due", LocalDate.class),
        row.getObject("asked_due", LocalDate.class),
        row.getObject("new_due", LocalDate.class),
        row.getString("reason"),
        ExtensionState.valueOf(row.getString("state")),
        row.getString("requested_by"),
        row.getTimestamp("requested_at").toInstant(),
        answer(
            row.getString("endorsement"),
            row.getString("endorsement_opinion"),
            row.getString("endorsed_by"),
            row.getTimestamp("endorsed_at")),
        answer(
            row.getString("decision"),
            row.getString("decision_opinion"),
            row.getString("decided_by"),
            row.getTimestamp("decided_at")),
        instant(row.getTimestamp("lapsed_at")));
  }

  private static ExtensionRequest.Answer answer(
      String decision, String opinion, String by, Timestamp at) {
    return decision == null
        ? null
        : new ExtensionRequest.Answer(decision, opinion, by, instant(at));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
