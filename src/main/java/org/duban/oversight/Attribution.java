package org.duban.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.oversight.HeldDays.Holding;
import org.duban.oversight.HeldDays.Span;
import org.duban.programme.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose days a milestone took. */
@Component
class Attribution {

  /** See {@link HeldDays.Held}. */
  record Share(String holder, String name, Role role, int workingDays, int pastDueWorkingDays) {}

  private final JdbcClient jdbc;
  private final Nobodys nobodys;
  private final Directory directory;
  private final HeldDays days;
  private final Clock clock;

  Attribution(
      JdbcClient jdbc,
      Nobodys nobodys,
      Directory directory,
      WorkingCalendar calendar,
      Clock clock) {
    this.jdbc = jdbc;
    this.nobodys = nobodys;
    this.directory = directory;
    this.days = new HeldDays(calendar::isWorkingDay);
    this.clock = clock;
  }

  /** What is still held counts up to today. */
  List<Share> of(MilestoneRow milestone) {
    if (milestone.due() == null) {
      return List.of();
    }
    return days.of(holdings(milestone.id()), free(milestone.id()), milestone.due()).stream()
        .map(
            held ->
                new Share(
                    held.holder(),
                    directory.nameOf(held.holder()),
                    held.role(),
                    held.workingDays(),
                    held.pastDue()))
        .toList();
  }

  private List<Holding> holdings(String milestoneId) {
    return jdbc.sql(
            "select holder, role, since, until from holding where milestone_id = :id order by id")
        .param("id", milestoneId)
        .query(
            (row, n) ->
                new Holding(
                    row.getString("holder"), Role.valueOf(row.getString("role")), span(row)))
        .list();
  }

  private List<Span> free(String milestoneId) {
    return nobodys.of(List.of(milestoneId)).getOrDefault(milestoneId, List.of());
  }

  private Span span(ResultSet row) throws SQLException {
    Timestamp until = row.getTimestamp("until");
    return new Span(
        day(row.getTimestamp("since")), until == null ? LocalDate.now(clock) : day(until));
  }

  private LocalDate day(Timestamp time) {
    return time.toInstant().atZone(clock.getZone()).toLocalDate();
  }
}
