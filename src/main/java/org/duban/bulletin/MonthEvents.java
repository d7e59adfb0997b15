package org.duban.bulletin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.directory.Directory;
import org.duban.notice.Operator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was reported, extended and escalated by the end of a month. */
@Component
class MonthEvents {

  private static final String PROMISES =
      """
      select p.number || '、' || p.title as item, c.metric, c.operator, c.target, c.unit,
             f.value as actual
      from unnest(:ids::text[]) with ordinality as w(id, place)
      join milestone m on m.id = w.id join project p on p.id = m.project_id
      join commitment c on c.project_id = p.id
      left join lateral figures_reported(m.id, :before) f on f.number = c.number
      order by w.place, c.number
      """;

  private static final String EXTENSIONS =
      """
      select p.number || '、' || p.title as item, e.due, e.new_due, e.department_code, e.reason,
             coalesce(e.decision, e.endorsement) = 'APPROVE' as granted
      from extension_request e join milestone m on m.id = e.milestone_id join project p on p.id = m.project_id
      where e.decided_at >= :from and e.decided_at < :before
         or e.endorsement = 'REFUSE' and e.endorsed_at >= :from and e.endorsed_at < :before
         or e.decision = 'APPROVE' and e.decided_at < :before and e.due between :firstDay and :lastDay
      order by p.programme_id, p.ordinal, e.id
      """;

  private static final String BLAMED =
      """
      select p.number || '、' || p.title as item, e.due, e.responsible, (e.at at time zone :zone)::date as since,
             case when e.lifted_at < :before then (e.lifted_at at time zone :zone)::date end as lifted_on
      from escalation e join project p on p.id = e.project_id
      where e.level = 3 and e.at < :before and (e.lifted_at is null or e.lifted_at >= :from)
      order by p.programme_id, p.ordinal, e.id
      """;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final Clock clock;

  MonthEvents(JdbcClient jdbc, Directory directory, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.clock = clock;
  }

  /** In the order of the milestones. */
  List<MonthFigures.Promise> promises(List<PastMilestone> milestones, MonthEnd end) {
    return jdbc.sql(PROMISES)
        .param("ids", milestones.stream().map(PastMilestone::id).toArray(String[]::new))
        .param("before", Timestamp.from(end.before()))
        .query(
            (row, n) ->
                new MonthFigures.Promise(
                    row.getString("item"),
                    row.getString("metric"),
                    Operator.valueOf(row.getString("operator")),
                    row.getBigDecimal("target"),
                    row.getString("unit"),
                    row.getBigDecimal("actual")))
        .list();
  }

  /** Those that were answered in the month, and those that took a date out of it before. */
  List<MonthFigures.Extension> extensions(MonthEnd end) {
    return jdbc.sql(EXTENSIONS)
        .param("from", Timestamp.from(end.from()))
        .param("before", Timestamp.from(end.before()))
        .param("firstDay", end.month().atDay(1))
        .param("lastDay", end.month().atEndOfMonth())
        .query(
            (row, n) ->
                new MonthFigures.Extension(
                    row.getString("item"),
                    row.getObject("due", LocalDate.class),
                    row.getObject("new_due", LocalDate.class),
                    directory.nameOf(row.getString("department_code")),
                    row.getString("reason"),
                    row.getBoolean("granted")))
        .list();
  }

  /** What was on the third level for a part of the month at least. */
  List<MonthFigures.Blamed> blamed(MonthEnd end) {
    return jdbc.sql(BLAMED)
        .param("from", Timestamp.from(end.from()))
        .param("before", Timestamp.from(end.before()))
        .param("zone", clock.getZone().getId())
        .query((row, n) -> blamed(row))
        .list();
  }

  private MonthFigures.Blamed blamed(ResultSet row) throws SQLException {
    return new MonthFigures.Blamed(
        row.getString("item"),
        row.getObject("due", LocalDate.class),
        Arrays.stream((String[]) row.getArray("responsible").getArray())
            .map(directory::nameOf)
            .collect(Collectors.joining("、")),
        row.getObject("since", LocalDate.class),
        row.getObject("lifted_on", LocalDate.class));
  }
}
