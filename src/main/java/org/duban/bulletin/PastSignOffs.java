package org.duban.bulletin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.notice.MilestoneKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sign-offs were past their own day at a moment of the past. */
@Component
class PastSignOffs {

  /** What was suspended only after the moment moved the day since. */
  private static final String SQL =
      """
      select t.holder, t.due, p.number || '、' || p.title as item, m.kind,
             array(select (s.since at time zone :zone)::date || ' ' || (s.until at time zone :zone)::date
                   from suspension s
                   where s.milestone_id = t.milestone_id and s.since >= :before and s.until is not null
                     and (t.until is null or s.since < t.until)) as moved
      from own_term t join milestone m on m.id = t.milestone_id join project p on p.id = t.project_id
      where t.term = 'SIGN_OFF' and t.since < :before and (t.until is null or t.until >= :before)
        and not exists (select 1 from suspension s
                        where s.milestone_id = t.milestone_id and s.since < :before
                          and (s.until is null or s.until >= :before))
      order by t.due, p.programme_id, p.ordinal, t.task_id
      """;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final WorkingCalendar calendar;
  private final Clock clock;

  PastSignOffs(JdbcClient jdbc, Directory directory, WorkingCalendar calendar, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** By department, the one with the most first; of each the longest overdue first. */
  List<Figures.SignOff> overdue(MonthEnd end) {
    List<Figures.SignOff> overdue =
        jdbc
            .sql(SQL)
            .param("before", Timestamp.from(end.before()))
            .param("zone", clock.getZone().getId())
            .query((row, n) -> read(row, end))
            .list()
            .stream()
            .filter(one -> one.daysPastDue() > 0)
            .toList();
    Map<String, Long> counts =
        overdue.stream()
            .collect(Collectors.groupingBy(Figures.SignOff::department, Collectors.counting()));
    return overdue.stream()
        .sorted(
            Comparator.comparing((Figures.SignOff one) -> -counts.get(one.department()))
                .thenComparing(Figures.SignOff::department))
        .toList();
  }

  private Figures.SignOff read(ResultSet row, MonthEnd end) throws SQLException {
    LocalDate due = row.getObject("due", LocalDate.class);
    for (String suspended : (String[]) row.getArray("moved").getArray()) {
      String[] days = suspended.split(" ");
      due =
          calendar.plusWorkingDays(
              due,
              -calendar.workingDaysBetween(LocalDate.parse(days[0]), LocalDate.parse(days[1])));
    }
    return new Figures.SignOff(
        directory.nameOf(row.getString("holder")),
        row.getString("item") + "（" + MilestoneKind.valueOf(row.getString("kind")).label() + "）",
        due,
        ChronoUnit.DAYS.between(due, end.lastDay()));
  }
}
