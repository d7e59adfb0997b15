package org.duban.oversight;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Milestones with their lights, never beyond the caller's reach. */
@Component
class Overview {

  private static final String FILTER =
      "from milestone_overview o where " + MilestoneFilter.CONDITION;

  private final JdbcClient jdbc;
  private final Clock clock;

  Overview(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The earliest due first, those without a date last. */
  PageOf<MilestoneRow> list(MilestoneFilter filter, int page, int size, Caller caller) {
    List<MilestoneRow> content =
        filter
            .ask(
                jdbc,
                "select o.* "
                    + FILTER
                    + "order by o.due nulls last, o.programme_id, o.ordinal, o.id"
                    + " limit :size offset :offset",
                caller,
                clock)
            .param("size", size)
            .param("offset", (long) page * size)
            .query((row, n) -> MilestoneRow.read(row, clock))
            .list();
    long total =
        filter.ask(jdbc, "select count(*) " + FILTER, caller, clock).query(Long.class).single();
    return new PageOf<>(content, page, size, total);
  }

  Optional<MilestoneRow> milestone(String id, Caller caller) {
    return Reach.ask(
            jdbc,
            "select o.* from milestone_overview o where o.id = :id and " + Reach.CONDITION,
            caller)
        .param("id", id)
        .query((row, n) -> MilestoneRow.read(row, clock))
        .optional();
  }

  /** In the order of their dates, with the periods of a rhythm. */
  List<MilestoneRow> milestonesOf(String projectId, Caller caller) {
    return Reach.ask(
            jdbc,
            "select o.* from milestone_overview o where o.project_id = :project and "
                + Reach.CONDITION
                + "order by o.due nulls last, o.id",
            caller)
        .param("project", projectId)
        .query((row, n) -> MilestoneRow.read(row, clock))
        .list();
  }
}
