package org.duban.programme.register;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneState;
import org.duban.programme.listing.ListedMilestone;
import org.duban.programme.listing.Naming;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of milestones. */
@Repository
public class MilestoneRows {

  private static final String SELECT =
      """
      select m.id, m.tenant_id, p.programme_id, m.project_id, p.registered_as, m.kind, m.due, m.original_due, m.listed_due, m.phrase,
             m.state, m.round, m.rhythm_id, m.named
      from milestone m join project p on p.id = m.project_id
      """;

  private final JdbcClient jdbc;

  MilestoneRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Milestone> find(String id) {
    return jdbc.sql(SELECT + "where m.id = :id").param("id", id).query(Milestone.class).optional();
  }

  /** Whoever holds the row decides alone until the transaction ends. */
  public Milestone lock(String id) {
    jdbc.sql("select id from milestone where id = :id for update")
        .param("id", id)
        .query(String.class)
        .single();
    return find(id).orElseThrow();
  }

  /**
   * The dated ones first, in the order of their dates; the periods of a rhythm are not among them.
   */
  public List<Milestone> ofProject(String projectId) {
    return jdbc.sql(
            SELECT + "where m.project_id = :id and m.rhythm_id is null order by m.due nulls last")
        .param("id", projectId)
        .query(Milestone.class)
        .list();
  }

  public Optional<Milestone> lastMet(String projectId) {
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

  /** The suspended ones too. */
  public List<Milestone> openPeriods(String rhythmId) {
    return jdbc.sql(
            SELECT
                + """
                where m.rhythm_id = :id and m.state in ('REPORTING', 'SIGN_OFF', 'REVIEW', 'SUSPENDED')
                order by m.due, m.id
                """)
        .param("id", rhythmId)
        .query(Milestone.class)
        .list();
  }

  /** What is planned or open, the periods of a rhythm among it. */
  public List<Milestone> owed(String projectId) {
    return jdbc.sql(
            SELECT
                + """
                where m.project_id = :id and m.state not in ('CLOSED', 'WITHDRAWN')
                order by m.due nulls last, m.id
                """)
        .param("id", projectId)
        .query(Milestone.class)
        .list();
  }

  /** Locks what a programme's projects owe, so that nobody hands anything in meanwhile. */
  public void lockAll(String programmeId) {
    jdbc.sql(
            """
            select m.id from milestone m join project p on p.id = m.project_id
            where p.programme_id = :programme order by m.id for update of m
            """)
        .param("programme", programmeId)
        .query(String.class)
        .list();
  }

  /** Likewise for one project. */
  public void lockOf(String projectId) {
    jdbc.sql("select id from milestone where project_id = :project order by id for update")
        .param("project", projectId)
        .query(String.class)
        .list();
  }

  boolean hasPeriods(String rhythmId) {
    return jdbc.sql("select exists (select 1 from milestone where rhythm_id = :id)")
        .param("id", rhythmId)
        .query(Boolean.class)
        .single();
  }

  /** A planned milestone of the project; its id is one that no other ever had. */
  public String insert(String projectId, String tenant, ListedMilestone milestone) {
    String wish =
        projectId
            + "."
            + milestone.kind()
            + (milestone.originalDue() == null ? "" : "." + milestone.originalDue());
    int others =
        jdbc.sql("select count(*) from milestone where id = :wish or id like :wish || '-%'")
            .param("wish", wish)
            .query(Integer.class)
            .single();
    String id = others == 0 ? wish : wish + "-" + (others + 1);
    jdbc.sql(
            """
            insert into milestone (id, tenant_id, project_id, kind, due, original_due, listed_due, phrase, state)
            values (:id, :tenant, :project, :kind, :due, :printed, :due, :phrase, 'PLANNED')
            """)
        .param("id", id)
        .param("tenant", tenant)
        .param("project", projectId)
        .param("kind", milestone.kind().name())
        .param("due", milestone.due())
        .param("printed", milestone.originalDue())
        .param("phrase", milestone.phrase())
        .update();
    return id;
  }

  public void rephrase(String id, String phrase) {
    jdbc.sql("update milestone set phrase = :phrase where id = :id")
        .param("phrase", phrase)
        .param("id", id)
        .update();
  }

  /** The list has another due day; what it was due at first stays on record. */
  public void redate(String id, LocalDate due, String phrase) {
    jdbc.sql(
            "update milestone set due = :due, listed_due = :due, phrase = :phrase, past = '{}'"
                + " where id = :id")
        .param("due", due)
        .param("phrase", phrase)
        .param("id", id)
        .update();
  }

  /** What the list says of it, whatever counts. */
  public void name(Naming.OfMilestone naming) {
    jdbc.sql(
            "update milestone set listed_due = :due, phrase = :phrase, named = :named where id = :id")
        .param("due", naming.due())
        .param("phrase", naming.phrase())
        .param("named", naming.named())
        .param("id", naming.id())
        .update();
  }

  /** The list doesn't name it any more. */
  public void leaveOut(String id) {
    jdbc.sql("update milestone set named = false where id = :id").param("id", id).update();
  }

  /** Another day than the list's; what the list says stays as it is. */
  public void postpone(String id, LocalDate due) {
    jdbc.sql("update milestone set due = :due where id = :id")
        .param("due", due)
        .param("id", id)
        .update();
  }

  /** The same when it runs again; the days by which it was late before it stood still stay late. */
  public void goOn(String id, LocalDate suspended, LocalDate due) {
    jdbc.sql(
            """
            update milestone set due = :due,
                past = past + case when due < :suspended then datemultirange(daterange(due, :suspended, '(]')) else '{}' end
            where id = :id
            """)
        .param("suspended", suspended)
        .param("due", due)
        .param("id", id)
        .update();
  }

  public void enter(String id, MilestoneState state) {
    jdbc.sql("update milestone set state = :state where id = :id")
        .param("state", state.name())
        .param("id", id)
        .update();
  }

  /** Closed or withdrawn, and with that no longer suspended. */
  public void end(String id, MilestoneState state, Instant at) {
    jdbc.sql("update suspension set until = :at where milestone_id = :id and until is null")
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
    jdbc.sql("update milestone set state = :state, closed_at = :at where id = :id")
        .param("state", state.name())
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  /** Owed once more by another day; when and against which day it was met stays on record. */
  public void reopen(String id, LocalDate due, Instant at) {
    jdbc.sql(
            """
            insert into earlier_run (milestone_id, tenant_id, run, due, closed_at, reopened_at)
            select m.id, m.tenant_id, 1 + (select count(*) from earlier_run e where e.milestone_id = m.id), m.due,
                   m.closed_at, :at
            from milestone m where m.id = :id
            """)
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
    nextRound(id);
    postpone(id, due);
  }

  /** Sends it back for one more round of reports. */
  public void nextRound(String id) {
    jdbc.sql(
            "update milestone set round = round + 1, state = 'REPORTING', closed_at = null"
                + " where id = :id")
        .param("id", id)
        .update();
  }

  public void planPeriod(String rhythmId, LocalDate opens, LocalDate due) {
    jdbc.sql(
            "update milestone set next_period_opens = :opens, next_period_due = :due where id = :id")
        .param("opens", opens)
        .param("due", due)
        .param("id", rhythmId)
        .update();
  }

  public void endRhythm(String rhythmId) {
    jdbc.sql("update milestone set next_period_opens = null, next_period_due = null where id = :id")
        .param("id", rhythmId)
        .update();
  }

  /** A rhythm whose next period should have opened by now. */
  public record DuePeriod(String rhythmId, LocalDate due) {}

  public List<DuePeriod> periodsToOpen(LocalDate today) {
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

  /**
   * @param day the period's own day, which stays on record beside the one that counts
   */
  public String insertPeriod(Milestone rhythm, LocalDate day, LocalDate due) {
    String id = rhythm.id() + "." + day;
    jdbc.sql(
            """
            insert into milestone (id, tenant_id, project_id, kind, due, original_due, phrase, state, rhythm_id)
            values (:id, :tenant, :project, 'ONGOING', :due, :day, :phrase, 'REPORTING', :rhythm)
            """)
        .param("id", id)
        .param("tenant", rhythm.tenantId())
        .param("project", rhythm.projectId())
        .param("due", Date.valueOf(due))
        .param("day", Date.valueOf(day))
        .param("phrase", rhythm.phrase())
        .param("rhythm", rhythm.id())
        .update();
    return id;
  }
}
