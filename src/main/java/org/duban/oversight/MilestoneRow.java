package org.duban.oversight;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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
 * @param waitingFor who has it in hand: department codes, {@code supervising-office} or {@code
 *     leader}
 * @param daysOverdue calendar days past the present due day while it is owed, else 0
 * @param daysPastOriginal calendar days past the day it was due at first, whatever was extended:
 *     today while it is owed, on the day of closing once it is closed, else 0
 * @param light counts only while it is {@link #owed}
 * @param level the highest level of the ladder it has reached, 0 for none
 * @param closedOn null while it isn't closed
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
    long daysPastOriginal,
    int level,
    @JsonIgnore LocalDate closedOn) {

  static MilestoneRow read(ResultSet row, Clock clock) throws SQLException {
    LocalDate today = LocalDate.now(clock);
    LocalDate due = row.getObject("due", LocalDate.class);
    LocalDate originalDue = row.getObject("original_due", LocalDate.class);
    MilestoneState state = MilestoneState.valueOf(row.getString("state"));
    LocalDate closedOn =
        state == MilestoneState.CLOSED
            ? LocalDate.ofInstant(row.getTimestamp("closed_at").toInstant(), clock.getZone())
            : null;
    LocalDate end = closedOn == null ? today : closedOn;
    return new MilestoneRow(
        row.getString("id"),
        row.getString("programme_id"),
        row.getString("project_id"),
        row.getInt("ordinal"),
        row.getString("number"),
        row.getString("title"),
        MilestoneKind.valueOf(row.getString("kind")),
        due,
        originalDue,
        row.getString("phrase"),
        state,
        Light.valueOf(row.getString("light")),
        List.of((String[]) row.getArray("waiting_for").getArray()),
        state.open() ? daysPast(due, today) : 0,
        state.open() || state == MilestoneState.CLOSED ? daysPast(originalDue, end) : 0,
        row.getInt("level"),
        closedOn);
  }

  /** Whether somebody works on it: only then its light and level count. See {@link Owed}. */
  public boolean owed() {
    return due != null && state.open();
  }

  /** For what has a due day. */
  Standing standing(LocalDate today) {
    return Standing.of(state, due, closedOn, today);
  }

  private static long daysPast(LocalDate due, LocalDate day) {
    return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, day));
  }
}
