package org.duban.oversight.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.escalation.Light;
import org.duban.escalation.OpenTerms;
import org.duban.escalation.OwnTerm;
import org.duban.oversight.milestone.Reach;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what has a day of its own and is open. Only open terms are looked at, so that what was
 * done in years before costs nothing.
 */
@Component
class TermFigures {

  private static final String SQL =
      """
      select t.term, t.holder, t.due, %s as light, count(*) as open,
             count(*) filter (where t.level = 1) as level_1,
             count(*) filter (where t.level = 2) as level_2,
             count(*) filter (where t.level = 3) as level_3
      from term_now t
      where not t.suspended
        and (:programme::text is null or t.programme_id = :programme)
        and (:kind::text is null or exists (select 1 from milestone m where m.id = t.milestone_id and m.kind = :kind))
        and (:lead::text is null or exists (select 1 from assignment l where l.project_id = t.project_id
             and l.role = 'LEAD' and l.department_code = :lead))
        and (:all or exists (select 1 from assignment a
                             where a.project_id = t.project_id and a.department_code = any(:departments)))
      group by 1, 2, 3, 4
      """
          .formatted(OpenTerms.LIGHT);

  /** So many that are due on the same day. */
  private record Row(
      OwnTerm term, String holder, LocalDate due, Light light, long open, List<Long> levels) {}

  private final JdbcClient jdbc;
  private final OpenTerms openTerms;
  private final Directory directory;
  private final WorkingCalendar calendar;
  private final Clock clock;

  TermFigures(
      JdbcClient jdbc,
      OpenTerms openTerms,
      Directory directory,
      WorkingCalendar calendar,
      Clock clock) {
    this.jdbc = jdbc;
    this.openTerms = openTerms;
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Each term once, also where none is open. */
  List<Board.TermCount> of(BoardFilter filter, Caller caller) {
    List<Row> rows =
        Reach.ask(jdbc, SQL, caller)
            .param("programme", filter.programme(), Types.VARCHAR)
            .param("kind", filter.kindName(), Types.VARCHAR)
            .param("lead", filter.department(), Types.VARCHAR)
            .param("today", LocalDate.now(clock), Types.DATE)
            .param("nearDue", openTerms.nearDue(), Types.DATE)
            .query((row, n) -> read(row))
            .list();
    return Stream.of(OwnTerm.values())
        .map(term -> count(term, rows.stream().filter(row -> row.term() == term).toList()))
        .toList();
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        OwnTerm.valueOf(row.getString("term")),
        row.getString("holder"),
        row.getObject("due", LocalDate.class),
        Light.valueOf(row.getString("light")),
        row.getLong("open"),
        List.of(row.getLong("level_1"), row.getLong("level_2"), row.getLong("level_3")));
  }

  private Board.TermCount count(OwnTerm term, List<Row> rows) {
    Map<Integer, Long> levels = new LinkedHashMap<>();
    IntStream.rangeClosed(1, 3)
        .forEach(
            level ->
                levels.put(
                    level, rows.stream().mapToLong(row -> row.levels().get(level - 1)).sum()));
    List<Board.TermHolder> holders =
        rows.stream().collect(Collectors.groupingBy(Row::holder)).entrySet().stream()
            .map(its -> holder(its.getKey(), its.getValue()))
            .sorted(
                Comparator.comparing(Board.TermHolder::overdue)
                    .thenComparing(Board.TermHolder::open)
                    .reversed()
                    .thenComparing(Board.TermHolder::department))
            .toList();
    return new Board.TermCount(
        term,
        term.label(),
        holders.stream().mapToLong(Board.TermHolder::open).sum(),
        holders.stream().mapToLong(Board.TermHolder::overdue).sum(),
        levels,
        lights(rows),
        holders);
  }

  private static Map<Light, Long> lights(List<Row> rows) {
    Map<Light, Long> lights = new EnumMap<>(Light.class);
    for (Light light : Light.values()) {
      lights.put(
          light, rows.stream().filter(row -> row.light() == light).mapToLong(Row::open).sum());
    }
    return lights;
  }

  private Board.TermHolder holder(String code, List<Row> rows) {
    LocalDate today = LocalDate.now(clock);
    List<Row> overdue = rows.stream().filter(row -> row.due().isBefore(today)).toList();
    return new Board.TermHolder(
        code,
        directory.nameOf(code),
        rows.stream().mapToLong(Row::open).sum(),
        overdue.stream().mapToLong(Row::open).sum(),
        overdue.stream()
            .mapToLong(row -> ChronoUnit.DAYS.between(row.due(), today))
            .max()
            .orElse(0),
        overdue.stream()
            .mapToLong(row -> row.open() * calendar.workingDaysBetween(row.due(), today))
            .sum(),
        lights(rows));
  }
}
