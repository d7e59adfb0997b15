package org.duban.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.oversight.HeldDays.Span;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The days of milestones that are nobody's: suspended ones, and those that an extension granted.
 */
@Component
class Nobodys {

  private static final String SQL =
      """
      select milestone_id, (since at time zone :zone)::date as after, (until at time zone :zone)::date as up_to
      from suspension where milestone_id = any(:ids)
      union all
      select milestone_id, due, new_due from extension_request
      where milestone_id = any(:ids) and state = 'APPROVED'
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Nobodys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** By milestone; what runs on ends today. */
  Map<String, List<Span>> of(List<String> milestones) {
    LocalDate today = LocalDate.now(clock);
    Map<String, List<Span>> spans = new HashMap<>();
    jdbc.sql(SQL)
        .param("ids", milestones.toArray(String[]::new))
        .param("zone", clock.getZone().getId())
        .query(
            row -> {
              LocalDate upTo = row.getObject("up_to", LocalDate.class);
              spans
                  .computeIfAbsent(row.getString("milestone_id"), any -> new ArrayList<>())
                  .add(
                      new Span(
                          row.getObject("after", LocalDate.class), upTo == null ? today : upTo));
            });
    return spans;
  }
}
