package org.duban.oversight;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Milestones with their lights, never beyond the caller's reach. */
@Component
class Overview {

  private static final String FILTER =
      "from milestone_overview o where "
          + Reach.CONDITION
          + """
            and (:light::text is null or o.light = :light)
            and (:department::text is null or exists (select 1 from assignment a
                 where a.project_id = o.project_id and a.department_code = :department))
            and (:kind::text is null or o.kind = :kind)
            and (:state::text is null or o.state = :state)
            and (:dueBefore::date is null or o.due < :dueBefore)
            and (:programme::text is null or o.programme_id = :programme)
            and (:dueFrom::date is null or o.due >= :dueFrom)
            and (:lead::text is null or exists (select 1 from assignment l where l.project_id = o.project_id
                 and l.role = 'LEAD' and l.department_code = :lead))
            and (:holder::text is null or :holder = any(o.waiting_for))
            and (:level::int is null or o.level = :level)
            and (:open::boolean is null or :open = (o.state in ('REPORTING', 'SIGN_OFF', 'REVIEW')))
            and (:standing::text is null or o.due is not null and :standing =
          """
          + Standing.CASE
          + ") ";

  private final JdbcClient jdbc;
  private final Clock clock;

  Overview(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The earliest due first, those without a date last. */
  PageOf<MilestoneRow> list(MilestoneFilter filter, int page, int size, Caller caller) {
    List<MilestoneRow> content =
        asked(
                "select o.* "
                    + FILTER
                    + "order by o.due nulls last, o.programme_id, o.ordinal, o.id"
                    + " limit :size offset :offset",
                filter,
                caller)
            .param("size", size)
            .param("offset", (long) page * size)
            .query((row, n) -> MilestoneRow.read(row, clock))
            .list();
    long total = asked("select count(*) " + FILTER, filter, caller).query(Long.class).single();
    return new PageOf<>(content, page, size, total);
  }

  private StatementSpec asked(String sql, MilestoneFilter filter, Caller caller) {
    return Reach.ask(jdbc, sql, caller)
        .param("light", name(filter.light()), Types.VARCHAR)
        .param("department", filter.department(), Types.VARCHAR)
        .param("kind", name(filter.kind()), Types.VARCHAR)
        .param("state", name(filter.state()), Types.VARCHAR)
        .param("dueBefore", filter.dueBefore(), Types.DATE)
        .param("programme", filter.programme(), Types.VARCHAR)
        .param("dueFrom", filter.dueFrom(), Types.DATE)
        .param("lead", filter.lead(), Types.VARCHAR)
        .param("holder", filter.holder(), Types.VARCHAR)
        .param("level", filter.level(), Types.INTEGER)
        .param("open", filter.open(), Types.BOOLEAN)
        .param("standing", name(filter.standing()), Types.VARCHAR)
        .param("today", LocalDate.now(clock), Types.DATE)
        .param("zone", clock.getZone().getId());
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
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
