package org.duban.oversight.milestone;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.duban.escalation.Light;
import org.duban.escalation.OwnTerm;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.Standing;
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
 * @param term the term for which it is listed, null where none was asked for
 */
public record MilestoneRow(
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
    @JsonIgnore LocalDate closedOn,
    @JsonInclude(JsonInclude.Include.NON_NULL) Own term) {

  /**
   * What has a day of its own.
   *
   * @param daysOverdue calendar days past it, else 0
   * @param light its own, whatever the milestone's is
   */
  record Own(
      OwnTerm term,
      String label,
      String holder,
      LocalDate since,
      LocalDate due,
      long daysOverdue,
      int level,
      Light light) {}

  public static MilestoneRow read(ResultSet row, Clock clock) throws SQLException {
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
        closedOn,
        null);
  }

  /** One that is listed for a term of its own, in the columns that begin with {@code term}. */
  static MilestoneRow readWithTerm(ResultSet row, Clock clock) throws SQLException {
    OwnTerm term = OwnTerm.valueOf(row.getString("term"));
    LocalDate due = row.getObject("term_due", LocalDate.class);
    return read(row, clock)
        .with(
            new Own(
                term,
                term.label(),
                row.getString("term_holder"),
                row.getObject("term_since", LocalDate.class),
                due,
                daysPast(due, LocalDate.now(clock)),
                row.getInt("term_level"),
                Light.valueOf(row.getString("term_light"))));
  }

  private MilestoneRow with(Own its) {
    return new MilestoneRow(
        id,
        programme,
        project,
        ordinal,
        number,
        title,
        kind,
        due,
        originalDue,
        phrase,
        state,
        light,
        waitingFor,
        daysOverdue,
        daysPastOriginal,
        level,
        closedOn,
        its);
  }

  /** Whether somebody works on it: only then its light and level count. See {@link Owed}. */
  public boolean owed() {
    return due != null && state.open();
  }

  /** For what has a due day. */
  public Standing standing(LocalDate today) {
    return Standing.of(state, due, closedOn, today);
  }

  private static long daysPast(LocalDate due, LocalDate day) {
    return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, day));
  }
}
