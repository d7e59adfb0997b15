package org.duban.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duban.calendar.WorkingCalendar;
import org.duban.oversight.HeldDays.Held;
import org.duban.oversight.HeldDays.Holding;
import org.duban.oversight.HeldDays.Nobodys;
import org.duban.oversight.HeldDays.Span;
import org.duban.programme.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose days milestones had taken by a moment. */
@Component
public class PastHoldings {

  private static final String HOLDINGS =
      """
      select h.milestone_id, h.task_id, h.holder, h.role, (h.since at time zone :zone)::date as after,
             case when h.until < :before then (h.until at time zone :zone)::date else :lastDay end as up_to,
             h.past_spans
      from holding_term h where h.milestone_id = any(:ids) and h.since < :before order by h.id
      """;

  private static final String SUSPENDED =
      """
      select s.milestone_id, (s.since at time zone :zone)::date as after,
             case when s.until < :before then (s.until at time zone :zone)::date else :lastDay end as up_to
      from suspension s where s.milestone_id = any(:ids) and s.since < :before
      """;

  private static final String GRANTED =
      """
      select e.milestone_id, e.due as after, e.new_due as up_to from extension_request e
      where e.milestone_id = any(:ids) and e.decision = 'APPROVE' and e.decided_at < :before
      """;

  /** With each suspension that ended since, and so moved the day. */
  private static final String OWN_DAYS =
      """
      select h.task_id, h.own_due as due,
             array(select (greatest(s.since, h.since) at time zone :zone)::date || ' ' || (s.until at time zone :zone)::date
                   from suspension s
                   where s.milestone_id = h.milestone_id and s.until >= :before
                     and (h.until is null or h.until >= s.until)
                   order by s.until desc) as moved
      from holding_term h
      where h.milestone_id = any(:ids) and h.since < :before and h.own_due is not null
      """;

  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;
  private final HeldDays days;
  private final Clock clock;

  PastHoldings(JdbcClient jdbc, WorkingCalendar calendar, Clock clock) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.days = new HeldDays(calendar::isWorkingDay);
    this.clock = clock;
  }

  /**
   * What still lasted then counts up to the last day.
   *
   * @param dues the milestones' due days in force then, by their ids
   * @param before everything counts that was earlier
   * @return by the ids of the milestones; what nobody had held has none
   */
  public Map<String, List<Held>> of(
      Map<String, LocalDate> dues, Instant before, LocalDate lastDay) {
    Map<String, LocalDate> own = ownDays(dues.keySet(), before);
    Map<String, List<Holding>> holdings = new HashMap<>();
    ask(HOLDINGS, dues.keySet(), before)
        .param("lastDay", lastDay)
        .query(
            row -> {
              of(holdings, row)
                  .add(
                      new Holding(
                          row.getString("holder"),
                          Role.valueOf(row.getString("role")),
                          span(row),
                          own.get(row.getString("task_id")),
                          Span.listOf(row.getString("past_spans"))));
            });
    Function<String, Nobodys> nobodys = nobodys(dues.keySet(), before, lastDay);
    Map<String, List<Held>> held = new HashMap<>();
    dues.forEach(
        (id, due) ->
            held.put(id, days.of(holdings.getOrDefault(id, List.of()), nobodys.apply(id), due)));
    return held;
  }

  /**
   * The days of their own that sign-offs had then, by their tasks.
   *
   * @param before everything counts that was earlier
   */
  public Map<String, LocalDate> ownDays(Collection<String> milestones, Instant before) {
    Map<String, LocalDate> own = new HashMap<>();
    ask(OWN_DAYS, milestones, before)
        .query(
            row -> {
              own.put(row.getString("task_id"), ownDay(row));
            });
    return own;
  }

  private LocalDate ownDay(ResultSet row) throws SQLException {
    LocalDate due = row.getObject("due", LocalDate.class);
    for (String suspended : (String[]) row.getArray("moved").getArray()) {
      String[] days = suspended.split(" ");
      due =
          calendar.plusWorkingDays(
              due,
              -calendar.workingDaysBetween(LocalDate.parse(days[0]), LocalDate.parse(days[1])));
    }
    return due;
  }

  /** The days that are nobody's, by the ids of the milestones. */
  public Function<String, Nobodys> nobodys(
      Collection<String> milestones, Instant before, LocalDate lastDay) {
    Map<String, List<Span>> suspended = new HashMap<>();
    ask(SUSPENDED, milestones, before)
        .param("lastDay", lastDay)
        .query(
            row -> {
              of(suspended, row).add(span(row));
            });
    Map<String, List<Span>> granted = new HashMap<>();
    ask(GRANTED, milestones, before)
        .query(
            row -> {
              of(granted, row).add(span(row));
            });
    return id ->
        new Nobodys(suspended.getOrDefault(id, List.of()), granted.getOrDefault(id, List.of()));
  }

  private JdbcClient.StatementSpec ask(String sql, Collection<String> milestones, Instant before) {
    return jdbc.sql(sql)
        .param("ids", milestones.toArray(String[]::new))
        .param("before", Timestamp.from(before))
        .param("zone", clock.getZone().getId());
  }

  private static <T> List<T> of(Map<String, List<T>> all, ResultSet row) throws SQLException {
    return all.computeIfAbsent(row.getString("milestone_id"), any -> new ArrayList<>());
  }

  private static Span span(ResultSet row) throws SQLException {
    return new Span(
        row.getObject("after", LocalDate.class), row.getObject("up_to", LocalDate.class));
  }
}
