package org.duban.oversight.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.duban.directory.Directory;
import org.duban.escalation.Light;
import org.duban.escalation.OpenTerms;
import org.duban.oversight.Standing;
import org.duban.oversight.milestone.Reach;
import org.duban.programme.Role;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the heat map for those who support: how their sign-offs stand, by the sign-offs' own
 * days. Read are the open ones, and those whose day was in the year.
 */
@Component
class SignOffFigures {

  private static final String SQL =
      """
      select t.holder, to_char(t.due, 'YYYY-MM') as month, t.standing, t.light, count(*) as n
      from (select t.holder, t.due, t.programme_id, t.project_id, t.milestone_id, %s as light,
                   case when t.suspended then 'SUSPENDED' when t.due < :today then 'BEHIND' else 'ON_TRACK' end as standing
            from term_now t where t.term = 'SIGN_OFF'
            union all
            select t.holder, t.due, t.programme_id, t.project_id, t.milestone_id, null,
                   case when (t.until at time zone :zone)::date > t.due then 'LATE' else 'ON_TIME' end
            from own_term t where t.term = 'SIGN_OFF' and t.until is not null and t.due between :from and :to) t
      where (:programme::text is null or t.programme_id = :programme)
        and (:kind::text is null or exists (select 1 from milestone m where m.id = t.milestone_id and m.kind = :kind))
        and (:lead::text is null or exists (select 1 from assignment l where l.project_id = t.project_id
             and l.role = 'LEAD' and l.department_code = :lead))
        and (:all or exists (select 1 from assignment a
                             where a.project_id = t.project_id and a.department_code = any(:departments)))
      group by 1, 2, 3, 4
      """
          .formatted(OpenTerms.LIGHT);

  /**
   * @param light null for what is over
   */
  private record Row(String holder, String month, Standing standing, Light light, long n) {

    boolean runs() {
      return light != null && standing != Standing.SUSPENDED;
    }
  }

  private final JdbcClient jdbc;
  private final OpenTerms openTerms;
  private final Directory directory;
  private final Clock clock;

  SignOffFigures(JdbcClient jdbc, OpenTerms openTerms, Directory directory, Clock clock) {
    this.jdbc = jdbc;
    this.openTerms = openTerms;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Whoever has a sign-off in hand, or one of the year, or had one past its day; most days past it
   * first.
   */
  List<Board.SupportCount> of(BoardFilter filter, Caller caller, Board.HeldTotals held) {
    List<Row> rows = rows(filter, caller);
    Set<String> holders = new TreeSet<>(rows.stream().map(Row::holder).toList());
    held.late(Role.SUPPORT).forEach(unit -> holders.add(unit.unit()));
    return holders.stream()
        .map(
            holder ->
                support(
                    holder,
                    rows.stream().filter(row -> row.holder().equals(holder)).toList(),
                    held.pastDue(holder, Role.SUPPORT),
                    filter.year()))
        .sorted(
            Comparator.comparing((Board.SupportCount one) -> one.lights().get(Light.RED))
                .thenComparing(Board.SupportCount::pastDue)
                .reversed()
                .thenComparing(Board.SupportCount::department))
        .toList();
  }

  private List<Row> rows(BoardFilter filter, Caller caller) {
    return Reach.ask(jdbc, SQL, caller)
        .param("programme", filter.programme(), Types.VARCHAR)
        .param("kind", filter.kindName(), Types.VARCHAR)
        .param("lead", filter.department(), Types.VARCHAR)
        .param("today", LocalDate.now(clock), Types.DATE)
        .param("nearDue", openTerms.nearDue(), Types.DATE)
        .param("zone", clock.getZone().getId())
        .param("from", LocalDate.of(filter.year(), 1, 1), Types.DATE)
        .param("to", LocalDate.of(filter.year(), 12, 31), Types.DATE)
        .query((row, n) -> read(row))
        .list();
  }

  private static Row read(ResultSet row) throws SQLException {
    String light = row.getString("light");
    return new Row(
        row.getString("holder"),
        row.getString("month"),
        Standing.valueOf(row.getString("standing")),
        light == null ? null : Light.valueOf(light),
        row.getLong("n"));
  }

  private Board.SupportCount support(String holder, List<Row> rows, long pastDue, int year) {
    return new Board.SupportCount(
        holder,
        directory.nameOf(holder),
        counted(Light.class, rows, Row::runs, Row::light),
        pastDue,
        IntStream.rangeClosed(1, 12)
            .mapToObj(month -> "%04d-%02d".formatted(year, month))
            .map(month -> month(month, rows))
            .toList());
  }

  private static Board.Month month(String month, List<Row> all) {
    List<Row> rows = all.stream().filter(row -> row.month().equals(month)).toList();
    Map<Standing, Long> standings = counted(Standing.class, rows, row -> true, Row::standing);
    return new Board.Month(
        month,
        rows.stream().mapToLong(Row::n).sum(),
        standings,
        Standing.worst(standings),
        rows.stream()
            .filter(Row::runs)
            .map(Row::light)
            .max(Comparator.naturalOrder())
            .orElse(null));
  }

  private static <E extends Enum<E>> Map<E, Long> counted(
      Class<E> type, List<Row> rows, Predicate<Row> wanted, Function<Row, E> key) {
    Map<E, Long> counts = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      counts.put(value, 0L);
    }
    rows.stream().filter(wanted).forEach(row -> counts.merge(key.apply(row), row.n(), Long::sum));
    return counts;
  }
}
