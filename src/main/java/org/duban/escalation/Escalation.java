package org.duban.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A missed deadline on one level of the ladder.
 *
 * @param term what was missed
 * @param holder whose own term it is; null where it's the milestone's
 * @param responsible who has it in hand, and of one that is over, who had it when it was raised:
 *     department codes or {@code supervising-office}
 * @param raisedFor who had it in hand when it was raised
 * @param recipients the people who were told, by user id
 * @param state OPEN, or LIFTED once the milestone is met
 */
public record Escalation(
    long id,
    String tenantId,
    String programmeId,
    String projectId,
    String milestoneId,
    Term term,
    String holder,
    LocalDate due,
    int level,
    List<String> responsible,
    List<String> raisedFor,
    List<String> recipients,
    String reason,
    String state,
    Instant at) {

  static final String SELECT =
      """
      select id, tenant_id, programme_id, project_id, milestone_id, term, nullif(holder, '') as holder, due, level,
             case when state = 'OPEN' then coalesce(held_by, responsible) else responsible end as responsible,
             responsible as raised_for, recipients, reason, state, at
      from escalation
      """;

  static Escalation read(ResultSet row, int n) throws SQLException {
    return new Escalation(
        row.getLong("id"),
        row.getString("tenant_id"),
        row.getString("programme_id"),
        row.getString("project_id"),
        row.getString("milestone_id"),
        Term.valueOf(row.getString("term")),
        row.getString("holder"),
        row.getObject("due", LocalDate.class),
        row.getInt("level"),
        List.of((String[]) row.getArray("responsible").getArray()),
        List.of((String[]) row.getArray("raised_for").getArray()),
        List.of((String[]) row.getArray("recipients").getArray()),
        row.getString("reason"),
        row.getString("state"),
        row.getTimestamp("at").toInstant());
  }
}
