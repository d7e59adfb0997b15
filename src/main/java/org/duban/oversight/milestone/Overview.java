package org.duban.oversight.milestone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.escalation.OpenTerms;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Milestones with their lights, never beyond the caller's reach. */
@Component
public class Overview {

  private static final String FROM = "from milestone_overview o ";
  private static final String TERM_COLUMNS =
      "select o.*, t.term, t.holder as term_holder, t.since as term_since, t.due as term_due,"
          + " coalesce(t.level, 0) as term_level, "
          + OpenTerms.LIGHT
          + " as term_light ";
  private static final String WANTED = " where " + MilestoneFilter.CONDITION;

  private final JdbcClient jdbc;
  private final OpenTerms openTerms;
  private final Clock clock;

  Overview(JdbcClient jdbc, OpenTerms openTerms, Clock clock) {
    this.jdbc = jdbc;
    this.openTerms = openTerms;
    this.clock = clock;
  }

  /**
   * The earliest due first, those without a date last. Where a term is asked for, each open term is
   * a row, in the order of its own day.
   */
  public PageOf<MilestoneRow> list(MilestoneFilter filter, int page, int size, Caller caller) {
    boolean terms = filter.term() != null;
    LocalDate nearDue = openTerms.nearDue();
    String from = FROM + (terms ? MilestoneFilter.WITH_TERM : "") + WANTED;
    List<MilestoneRow> content =
        filter
            .ask(
                jdbc,
                (terms ? TERM_COLUMNS : "select o.* ")
                    + from
                    + (terms ? "order by t.due, t.holder, " : "order by ")
                    + "o.due nulls last, o.programme_id, o.ordinal, o.id"
                    + " limit :size offset :offset",
                caller,
                clock,
                nearDue)
            .param("size", size)
            .param("offset", (long) page * size)
            .query(
                (row, n) ->
                    terms ? MilestoneRow.readWithTerm(row, clock) : MilestoneRow.read(row, clock))
            .list();
    long total =
        filter
            .ask(jdbc, "select count(*) " + from, caller, clock, nearDue)
            .query(Long.class)
            .single();
    return new PageOf<>(content, page, size, total);
  }

  public Optional<MilestoneRow> milestone(String id, Caller caller) {
    return Reach.ask(
            jdbc,
            "select o.* from milestone_overview o where o.id = :id and " + Reach.CONDITION,
            caller)
        .param("id", id)
        .query((row, n) -> MilestoneRow.read(row, clock))
        .optional();
  }

  /** In the order of their dates, with the periods of a rhythm. */
  public List<MilestoneRow> milestonesOf(String projectId, Caller caller) {
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
