package org.duban.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Department;
import org.duban.directory.Directory;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.forecast.LoadPolicy;
import org.duban.programme.Programme;
import org.duban.programme.Programmes;
import org.duban.programme.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a programme's year from its rows, as they stand after it ran. */
@Component
public class Forecasts {

  private static final String TASKS =
      """
      select a.department_code, to_char(m.due, 'YYYY-MM') as month,
             count(*) filter (where a.role = 'LEAD') as reports,
             count(*) filter (where a.role = 'LEAD' and a.position = 1 and exists (
                 select 1 from assignment b
                 where b.project_id = a.project_id and b.role = 'LEAD' and b.position > 1)) as consolidations,
             count(*) filter (where a.role = 'SUPPORT' and a.signs_off) as sign_offs
      from assignment a join project p on p.id = a.project_id join milestone m on m.project_id = p.id
      where p.programme_id = :programme and sent_out(p) and m.due is not null
      group by a.department_code, month order by a.department_code, month
      """;

  private static final String PARTS =
      """
      select a.department_code as department, a.role, a.printed_name from assignment a
      join project p on p.id = a.project_id where p.programme_id = :programme and sent_out(p)
      order by a.department_code
      """;

  /** What is due, what people were told, and what they did. */
  private static final String CALENDAR =
      """
      select m.due as day, p.ordinal, p.title, m.kind, m.due, 'DUE' as what,
             array(select a.department_code from assignment a
                   where a.project_id = p.id and a.role = 'LEAD' order by a.position) as who
      from milestone m join project p on p.id = m.project_id
      where p.programme_id = :programme and sent_out(p) and m.due <= :today
      union all
      select (n.created_at at time zone :zone)::date, p.ordinal, p.title, m.kind, m.due, n.kind,
             array_agg(n.recipient order by n.id)
      from notification n join project p on p.id = n.project_id left join milestone m on m.id = n.milestone_id
      where p.programme_id = :programme and n.people is null
      group by 1, 2, 3, 4, 5, 6
      union all
      select (t.at at time zone :zone)::date, p.ordinal, p.title, m.kind, m.due, t.what,
             array_agg(coalesce(t.on_behalf_of, t.who) order by t.id)
      from trail t join project p on p.id = t.project_id left join milestone m on m.id = t.milestone_id
      where p.programme_id = :programme and t.what in
            ('ACKNOWLEDGED', 'REPORT_FILED', 'REPORT_CONSOLIDATED', 'SIGNED_OFF', 'ACCEPTED', 'PROJECT_CLOSED')
      group by 1, 2, 3, 4, 5, 6
      order by day, ordinal, due nulls first, what
      """;

  private record Part(String department, Role role, String printedName) {}

  private final Programmes programmes;
  private final Directory directory;
  private final WorkingCalendar calendar;
  private final JdbcClient jdbc;
  private final Clock clock;

  Forecasts(
      Programmes programmes,
      Directory directory,
      WorkingCalendar calendar,
      JdbcClient jdbc,
      Clock clock) {
    this.programmes = programmes;
    this.directory = directory;
    this.calendar = calendar;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param programmeId of a programme that is there
   */
  public Forecast of(String programmeId) {
    Programme programme = programmes.find(programmeId).orElseThrow();
    List<Forecast.Load> loads = loads(programmeId, LocalDate.of(programme.year(), 1, 1));
    return new Forecast(
        programme.title(),
        loads,
        daysOff(programmeId),
        LoadPolicy.striking(programme.projects(), loads),
        days(programmeId));
  }

  private List<Forecast.Load> loads(String programmeId, LocalDate on) {
    Map<String, List<Forecast.Month>> months = new HashMap<>();
    jdbc.sql(TASKS)
        .param("programme", programmeId)
        .query(
            row -> {
              months
                  .computeIfAbsent(row.getString("department_code"), any -> new ArrayList<>())
                  .add(month(row));
            });
    Map<String, List<Part>> parts =
        jdbc.sql(PARTS).param("programme", programmeId).query(Part.class).list().stream()
            .collect(
                Collectors.groupingBy(Part::department, LinkedHashMap::new, Collectors.toList()));
    return parts.entrySet().stream()
        .map(entry -> load(entry.getKey(), entry.getValue(), months, on))
        .sorted(Comparator.comparingInt(Forecasts::tasks).reversed())
        .toList();
  }

  private static Forecast.Month month(ResultSet row) throws SQLException {
    return new Forecast.Month(
        YearMonth.parse(row.getString("month")),
        row.getInt("reports"),
        row.getInt("consolidations"),
        row.getInt("sign_offs"));
  }

  private Forecast.Load load(
      String department, List<Part> parts, Map<String, List<Forecast.Month>> months, LocalDate on) {
    int leads = count(parts, part -> part.role() == Role.LEAD);
    int collective =
        count(parts, part -> part.role() == Role.SUPPORT && collective(part.printedName(), on));
    return new Forecast.Load(
        department,
        directory.nameOf(department),
        leads,
        parts.size() - leads - collective,
        collective,
        months.getOrDefault(department, List.of()));
  }

  private static int count(List<Part> parts, Predicate<Part> which) {
    return Math.toIntExact(parts.stream().filter(which).count());
  }

  private boolean collective(String printedName, LocalDate on) {
    return directory.named(printedName, on).filter(Department::collective).isPresent();
  }

  private static int tasks(Forecast.Load load) {
    return load.months().stream().mapToInt(Forecast.Month::tasks).sum();
  }

  private List<Forecast.DayOff> daysOff(String programmeId) {
    return jdbc
        .sql(
            """
            select p.ordinal, p.title, m.kind, m.due from milestone m join project p on p.id = m.project_id
            where p.programme_id = :programme and sent_out(p) and m.due is not null order by m.due, p.ordinal
            """)
        .param("programme", programmeId)
        .query((row, n) -> dayOff(row))
        .list()
        .stream()
        .filter(one -> !calendar.isWorkingDay(one.due()))
        .toList();
  }

  private Forecast.DayOff dayOff(ResultSet row) throws SQLException {
    LocalDate due = row.getObject("due", LocalDate.class);
    return new Forecast.DayOff(
        row.getInt("ordinal"),
        row.getString("title"),
        MilestoneKind.valueOf(row.getString("kind")),
        due,
        calendar.plusWorkingDays(due, -1));
  }

  private List<Forecast.Day> days(String programmeId) {
    return jdbc.sql(CALENDAR)
        .param("programme", programmeId)
        .param("zone", clock.getZone().getId())
        .param("today", LocalDate.now(clock))
        .query((row, n) -> day(row))
        .list();
  }

  private static Forecast.Day day(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return new Forecast.Day(
        row.getObject("day", LocalDate.class),
        row.getInt("ordinal"),
        row.getString("title"),
        kind == null ? null : MilestoneKind.valueOf(kind),
        row.getObject("due", LocalDate.class),
        row.getString("what"),
        List.of((String[]) row.getArray("who").getArray()));
  }
}
