package org.duban.programme;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of milestones. */
@Repository
class MilestoneRows {

  private static final String SELECT =
      """
      select m.id, m.tenant_id, p.programme_id, m.project_id, p.ordinal, m.kind, m.due, m.original_due, m.phrase,
             m.state, m.round, m.rhythm_id
      from milestone m join project p on p.id = m.project_id
      """;

  private final JdbcClient jdbc;

  MilestoneRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Milestone> find(String id) {
    return jdbc.sql(SELECT + "where m.id = :id").param("id", id).query(Milestone.class).optional();
  }

  /** Whoever holds the row decides alone until the transaction ends. */
  Milestone lock(String id) {
    jdbc.sql("select id from milestone where id = :id for update")
        .param("id", id)
        .query(String.class)
        .single();
    return find(id).orElseThrow();
  }

  /**
   * The dated ones first, in the order of their dates; the periods of a rhythm are not among them.
   */
  List<Milestone> ofProject(String projectId) {
    return jdbc.sql(
            SELECT + "where m.project_id = :id and m.rhythm_id is null order by m.due nulls last")
        .param("id", projectId)
        .query(Milestone.class)
        .list();
  }

  Optional<Milestone> lastMet(String projectId) {
    return jdbc.sql(
            SELECT
                + """
                where m.project_id = :id and m.due is not null and m.state = 'CLOSED'
                order by m.due desc limit 1
                """)
        .param("id", projectId)
        .query(Milestone.class)
        .optional();
  }

  List<Milestone> openPeriods(String rhythmId) {
    return jdbc.sql(
            SELECT + "where m.rhythm_id = :id and m.state in ('REPORTING', 'SIGN_OFF', 'REVIEW')")
        .param("id", rhythmId)
        .query(Milestone.class)
        .list();
  }

  void enter(String id, MilestoneState state) {
    jdbc.sql("update milestone set state = :state where id = :id")
        .param("state", state.name())
        .param("id", id)
        .update();
  }

  void end(String id, MilestoneState state, Instant at) {
    jdbc.sql("update milestone set state = :state, closed_at = :at where id = :id")
        .param("state", state.name())
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  /** Opens it again, or sends it back, for one more round of reports. */
  void nextRound(String id) {
    jdbc.sql(
            "update milestone set round = round + 1, state = 'REPORTING', closed_at = null"
                + " where id = :id")
        .param("id", id)
        .update();
  }

  void planPeriod(String rhythmId, LocalDate opens, LocalDate due) {
    jdbc.sql(
            "update milestone set next_period_opens = :opens, next_period_due = :due where id = :id")
        .param("opens", opens)
        .param("due", due)
        .param("id", rhythmId)
        .update();
  }

  void endRhythm(String rhythmId) {
    jdbc.sql("update milestone set next_period_opens = null, next_period_due = null where id = :id")
        .param("id", rhythmId)
        .update();
  }

  /** A rhythm whose next period should have opened by now. */
  record DuePeriod(String rhythmId, LocalDate due) {}

  List<DuePeriod> periodsToOpen(LocalDate today) {
    return jdbc.sql(
            """
            select id as rhythm_id, next_period_due as due from milestone
            where next_period_opens <= :today order by next_period_opens, id
            for update skip locked
            """)
        .param("today", today)
        .query(DuePeriod.class)
        .list();
  }

  String insertPeriod(Milestone rhythm, LocalDate due) {
    String id = rhythm.id() + "." + due;
    jdbc.sql(
            """
            insert into milestone (id, tenant_id, project_id, kind, due, original_due, phrase, state, rhythm_id)
            values (:id, :tenant, :project, 'ONGOING', :due, :due, :phrase, 'REPORTING', :rhythm)
            """)
        .param("id", id)
        .param("tenant", rhythm.tenantId())
        .param("project", rhythm.projectId())
        .param("due", Date.valueOf(due))
        .param("phrase", rhythm.phrase())
        .param("rhythm", rhythm.id())
        .update();
    return id;
  }
}
