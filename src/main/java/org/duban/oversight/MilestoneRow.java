package org.duban.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.duban.escalation.Light;
import org.duban.notice.MilestoneKind;
import org.duban.programme.MilestoneState;

/**
 * A milestone as lists show it.
 *
 * @param due null for the rhythm of a long-term project
 * @param waitingFor who has it in hand: department codes or {@code supervising-office}
 * @param daysOverdue calendar days past the present due day while it is owed, else 0
 * @param level the highest level of the ladder it has reached, 0 for none
 */
record MilestoneRow(
    String id,
    String programme,
    String project,
    int ordinal,
    String number,
    String title,
    MilestoneKind kind,
    LocalDate due,
    LocalDate originalDue,
    String phrase,
    MilestoneState state,
    Light light,
    List<String> waitingFor,
    long daysOverdue,
    int level) {

  static MilestoneRow read(ResultSet row, LocalDate today) throws SQLException {
    LocalDate due = row.getObject("due", LocalDate.class);
    MilestoneState state = MilestoneState.valueOf(row.getString("state"));
    return new MilestoneRow(
        row.getString("id"),
        row.getString("programme_id"),
        row.getString("project_id"),
        row.getInt("ordinal"),
        row.getString("number"),
        row.getString("title"),
        MilestoneKind.valueOf(row.getString("kind")),
        due,
        row.getObject("original_due", LocalDate.class),
        row.getString("phrase"),
        state,
        Light.valueOf(row.getString("light")),
        List.of((String[]) row.getArray("waiting_for").getArray()),
        state.open() && due != null ? Math.max(0, ChronoUnit.DAYS.between(due, today)) : 0,
        row.getInt("level"));
  }
}
