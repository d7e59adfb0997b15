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
import org.duban.calendar.WorkingCalendar;
import org.duban.oversight.HeldDays.Held;
import org.duban.oversight.HeldDays.Holding;
import org.duban.oversight.HeldDays.Span;
import org.duban.programme.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose days milestones had taken by a moment. */
@Component
public class PastHoldings {

  private static final String HOLDINGS =
      """
      select h.milestone_id, h.holder, h.role, (h.since at time zone :zone)::date as after,
             case when h.until < :before then (h.until at time zone :zone)::date else :lastDay end as up_to
      from holding h where h.milestone_id = any(:ids) and h.since < :before order by h.id
      """;

  private static final String NOBODYS =
      """
      select s.milestone_id, (s.since at time zone :zone)::date as after,
             case when s.until < :before then (s.until at time zone :zone)::date else :lastDay end as up_to
      from suspension s where s.milestone_id = any(:ids) and s.since < :before
      union all
      select e.milestone_id, e.due, e.new_due from extension_request e
      where e.milestone_id = any(:ids) and e.decision = 'APPROVE' and e.decided_at < :before
      """;

  private final JdbcClient jdbc;
  private final HeldDays days;
  private final Clock clock;

  PastHoldings(JdbcClient jdbc, WorkingCalendar calendar, Clock clock) {
    this.jdbc = jdbc;
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
    Map<String, List<Holding>> holdings = new HashMap<>();
    ask(HOLDINGS, dues.keySet(), before, lastDay)
        .query(
            row -> {
              of(holdings, row)
                  .add(
                      new Holding(
                          row.getString("holder"), Role.valueOf(row.getString("role")), span(row)));
            });
    Map<String, List<Span>> nobodys = nobodys(dues.keySet(), before, lastDay);
    Map<String, List<Held>> held = new HashMap<>();
    dues.forEach(
        (id, due) ->
            held.put(
                id,
                days.of(
                    holdings.getOrDefault(id, List.of()),
                    nobodys.getOrDefault(id, List.of()),
                    due)));
    return held;
  }

  /** The days that are nobody's: suspended ones, and those that an extension granted. */
  Map<String, List<Span>> nobodys(
      Collection<String> milestones, Instant before, LocalDate lastDay) {
    Map<String, List<Span>> nobodys = new HashMap<>();
    ask(NOBODYS, milestones, before, lastDay)
        .query(
            row -> {
              of(nobodys, row).add(span(row));
            });
    return nobodys;
  }

  private JdbcClient.StatementSpec ask(
      String sql, Collection<String> milestones, Instant before, LocalDate lastDay) {
    return jdbc.sql(sql)
        .param("ids", milestones.toArray(String[]::new))
        .param("before", Timestamp.from(before))
        .param("lastDay", lastDay)
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
