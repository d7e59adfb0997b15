package org.duban.escalation;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets the lights of a milestone as soon as its day, its holder or its clock changes, by the rule
 * of the sheet, so that they never say something else than the days overdue. Rungs, levels and
 * messages are the sheet's.
 */
@Component
class Lights {

  private final Chunk chunks;
  private final DeadlinePolicies policies;
  private final WorkingCalendar calendar;
  private final Directory directory;
  private final JdbcClient jdbc;
  private final Clock clock;

  Lights(
      Chunk chunks,
      DeadlinePolicies policies,
      WorkingCalendar calendar,
      Directory directory,
      JdbcClient jdbc,
      Clock clock) {
    this.chunks = chunks;
    this.policies = policies;
    this.calendar = calendar;
    this.directory = directory;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** For a milestone whose clock runs. */
  void set(String milestoneId) {
    SheetRule rule = new SheetRule(new Ladder(policies.inForce(), calendar), directory::classOf);
    LocalDate today = LocalDate.now(clock);
    for (Watched watched : chunks.of(milestoneId)) {
      Light light = rule.light(watched, today);
      if (light != watched.course().light()) {
        set(watched, light);
      }
    }
  }

  private void set(Watched watched, Light light) {
    jdbc.sql(
            """
            update watch set light = :light
            where milestone_id = :milestone and term = :term and holder = :holder and not suspended
            """)
        .param("light", light.name())
        .param("milestone", watched.milestoneId())
        .param("term", watched.term().name())
        .param("holder", watched.holder())
        .update();
  }
}
