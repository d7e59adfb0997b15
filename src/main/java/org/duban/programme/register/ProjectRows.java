package org.duban.programme.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.programme.Assignment;
import org.duban.programme.Commitment;
import org.duban.programme.Project;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.listing.ListedSeat;
import org.duban.programme.listing.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of projects, their commitments and assignments. */
@Repository
public class ProjectRows {

  private static final String SELECT =
      """
      select id, tenant_id, programme_id, ordinal, number, title, body, deadline_phrase, state, registered_as, named
      from project
      """;

  private final JdbcClient jdbc;

  ProjectRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Project> find(String id) {
    return jdbc.sql(SELECT + "where id = :id").param("id", id).query(Project.class).optional();
  }

  public List<Project> ofProgramme(String programmeId) {
    return jdbc.sql(SELECT + "where programme_id = :programme order by ordinal")
        .param("programme", programmeId)
        .query(Project.class)
        .list();
  }

  public boolean sentOut(String id) {
    return jdbc.sql("select sent_out(p) from project p where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  public void reword(String id, ListedProject words) {
    jdbc.sql(
            """
            update project set ordinal = :ordinal, number = :number, title = :title, body = :body,
                               deadline_phrase = :phrase where id = :id
            """)
        .param("ordinal", words.ordinal())
        .param("number", words.number())
        .param("title", words.title())
        .param("body", words.text())
        .param("phrase", words.deadlinePhrase())
        .param("id", id)
        .update();
  }

  /**
   * @param named whether the list in force names it
   */
  public void name(String id, boolean named) {
    jdbc.sql("update project set named = :named where id = :id and named <> :named")
        .param("named", named)
        .param("id", id)
        .update();
  }

  public void withdraw(String id, Instant at) {
    jdbc.sql("update project set state = 'WITHDRAWN', closed_at = :at where id = :id")
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  public void reopen(String id) {
    jdbc.sql("update project set state = 'DISPATCHED', closed_at = null where id = :id")
        .param("id", id)
        .update();
  }

  /** The projects that run and in which one of these departments has a part. */
  public List<String> runningWith(List<String> departments) {
    return jdbc.sql(
            """
            select distinct p.id from project p
                join programme g on g.id = p.programme_id
                join assignment a on a.project_id = p.id
            where p.state = 'DISPATCHED' and g.state = 'DISPATCHED' and a.department_code = any(:departments)
            order by p.id
            """)
        .param("departments", departments.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** Whether it wasn't marked before. */
  public boolean markOrphaned(String id, String department, Instant at) {
    return jdbc.sql(
                """
                update assignment set orphaned_at = :at
                where project_id = :id and department_code = :department and orphaned_at is null
                """)
            .param("at", Timestamp.from(at))
            .param("id", id)
            .param("department", department)
            .update()
        > 0;
  }

  public void deleteCommitments(String id) {
    jdbc.sql("delete from commitment where project_id = :id").param("id", id).update();
  }

  public void deleteSeat(String id, Seat seat) {
    jdbc.sql(
            "delete from assignment where project_id = :id and department_code = :department"
                + " and role = :role")
        .param("id", id)
        .param("department", seat.department())
        .param("role", seat.role().name())
        .update();
  }

  public void moveSeat(String id, Seat seat) {
    jdbc.sql(
            """
            update assignment set position = :position, printed_name = :printed, signs_off = :signsOff, reason = :reason
            where project_id = :id and department_code = :department and role = :role
            """)
        .param("position", seat.position())
        .param("printed", seat.printedName())
        .param("signsOff", seat.signsOff())
        .param("reason", seat.reason())
        .param("id", id)
        .param("department", seat.department())
        .param("role", seat.role().name())
        .update();
  }

  /** What the list in force says of who answers, the leads in its order, then the supports. */
  public List<ListedSeat> listedSeats(String projectId) {
    return jdbc.sql(
            """
            select department_code as department, role, position, printed_name, held_by as holder, besides, presumed
            from listed_seat where project_id = :project order by role, position
            """)
        .param("project", projectId)
        .query(ListedSeat.class)
        .list();
  }

  public void relist(String projectId, String tenant, List<ListedSeat> seats) {
    jdbc.sql("delete from listed_seat where project_id = :project")
        .param("project", projectId)
        .update();
    for (ListedSeat seat : seats) {
      jdbc.sql(
              """
              insert into listed_seat (project_id, tenant_id, department_code, role, position, printed_name, held_by,
                                       besides, presumed)
              values (:project, :tenant, :department, :role, :position, :printed, :holder, :besides, :presumed)
              """)
          .param("project", projectId)
          .param("tenant", tenant)
          .param("department", seat.department())
          .param("role", seat.role().name())
          .param("position", seat.position())
          .param("printed", seat.printedName())
          .param("holder", seat.holder())
          .param("besides", seat.besides())
          .param("presumed", seat.presumed())
          .update();
    }
  }

  /** Names an act that changes who answers for a project, so that it can be told once. */
  public long nextAct() {
    return jdbc.sql("select nextval('seat_act')").query(Long.class).single();
  }

  public List<Commitment> commitments(String projectId) {
    return jdbc.sql(
            """
            select number, metric, operator, target, unit, text from commitment
            where project_id = :project order by number
            """)
        .param("project", projectId)
        .query(Commitment.class)
        .list();
  }

  /** The leads in the order of the list, then the supports. */
  public List<Assignment> assignments(String projectId) {
    return jdbc.sql(
            """
            select department_code, role, position, printed_name, signs_off, reason, acknowledged_at, acknowledged_by
            from assignment where project_id = :project order by role, position
            """)
        .param("project", projectId)
        .query(Assignment.class)
        .list();
  }
}
