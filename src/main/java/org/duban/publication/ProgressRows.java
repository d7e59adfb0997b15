package org.duban.publication;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duban.notice.Operator;
import org.duban.programme.MilestoneState;
import org.duban.programme.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is open to everyone, and never more than was accepted. */
@Repository
class ProgressRows {

  record Listed(String id, String title, int year) {}

  record Item(
      String id,
      String programmeId,
      String number,
      String title,
      String body,
      String deadlinePhrase,
      String state) {}

  private record Milestone(String projectId, MilestoneState state) {}

  private record Name(String projectId, Role role, String printedName) {}

  /**
   * The figures on which a milestone was closed; of several milestones the one closed last counts.
   */
  private static final String COMMITMENTS =
      """
      select c.project_id, c.number, c.metric, c.operator, c.target, c.unit, c.text, f.reached, f.as_of
      from commitment c join project p on p.id = c.project_id
           left join lateral (
               select r.value as reached, (m.closed_at at time zone :zone)::date as as_of
               from milestone m cross join lateral figures_reported(m.id, null) r
               where m.project_id = c.project_id and m.state = 'CLOSED' and p.state <> 'WITHDRAWN'
                 and r.number = c.number
               order by m.closed_at desc, m.due desc limit 1) f on true
      where p.programme_id = any(:programmes)
      order by c.project_id, c.number
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ProgressRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Listed> programmes(int page, int size) {
    return jdbc.sql(
            """
            select p.id, p.title, p.year from publication o join programme p on p.id = o.programme_id
            order by p.year desc, p.registered_at desc, p.id limit :size offset :offset
            """)
        .param("size", size)
        .param("offset", (long) page * size)
        .query(Listed.class)
        .list();
  }

  long count() {
    return jdbc.sql("select count(*) from publication").query(Long.class).single();
  }

  /** By programme, in the order of the list. */
  Map<String, List<Item>> projects(List<Listed> programmes) {
    return asked(
            """
            select id, programme_id, number, title, body, deadline_phrase, state from project
            where programme_id = any(:programmes) and sent_out(project) order by programme_id, ordinal, id
            """,
            programmes)
        .query(Item.class)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Item::programmeId));
  }

  /** By project; the rhythm and its periods among them. */
  Map<String, List<MilestoneState>> milestones(List<Listed> programmes) {
    return asked(
            """
            select m.project_id, m.state from milestone m join project p on p.id = m.project_id
            where p.programme_id = any(:programmes)
            """,
            programmes)
        .query(Milestone.class)
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Milestone::projectId, Collectors.mapping(Milestone::state, Collectors.toList())));
  }

  /** By project and role, as the list prints them; a collective unit is one name. */
  Map<String, Map<Role, List<String>>> names(List<Listed> programmes) {
    Map<String, Map<Role, List<String>>> names = new HashMap<>();
    asked(
            """
            select a.project_id, a.role, a.printed_name from assignment a join project p on p.id = a.project_id
            where p.programme_id = any(:programmes)
            group by a.project_id, a.role, a.printed_name order by a.project_id, a.role, min(a.position)
            """,
            programmes)
        .query(Name.class)
        .list()
        .forEach(
            one ->
                names
                    .computeIfAbsent(one.projectId(), any -> new TreeMap<>())
                    .computeIfAbsent(one.role(), any -> new ArrayList<>())
                    .add(one.printedName()));
    return names;
  }

  /** By project. */
  Map<String, List<PublicCommitment>> commitments(List<Listed> programmes) {
    Map<String, List<PublicCommitment>> commitments = new HashMap<>();
    asked(COMMITMENTS, programmes)
        .param("zone", clock.getZone().getId())
        .query(
            row -> {
              commitments
                  .computeIfAbsent(row.getString("project_id"), any -> new ArrayList<>())
                  .add(commitment(row));
            });
    return commitments;
  }

  private static PublicCommitment commitment(ResultSet row) throws SQLException {
    return new PublicCommitment(
        row.getInt("number"),
        row.getString("metric"),
        Operator.valueOf(row.getString("operator")),
        plain(row.getBigDecimal("target")),
        row.getString("unit"),
        row.getString("text"),
        plain(row.getBigDecimal("reached")),
        row.getObject("as_of", LocalDate.class));
  }

  private static BigDecimal plain(BigDecimal number) {
    return number == null ? null : new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  /** By programme, the last day on which a milestone of it was closed. */
  Map<String, LocalDate> updated(List<Listed> programmes) {
    Map<String, LocalDate> days = new HashMap<>();
    asked(
            """
            select p.programme_id, max((m.closed_at at time zone :zone)::date) as day
            from milestone m join project p on p.id = m.project_id
            where p.programme_id = any(:programmes) and m.state = 'CLOSED' group by p.programme_id
            """,
            programmes)
        .param("zone", clock.getZone().getId())
        .query(
            row -> {
              days.put(row.getString("programme_id"), row.getObject("day", LocalDate.class));
            });
    return days;
  }

  private JdbcClient.StatementSpec asked(String sql, List<Listed> programmes) {
    return jdbc.sql(sql)
        .param("programmes", programmes.stream().map(Listed::id).toArray(String[]::new));
  }
}
