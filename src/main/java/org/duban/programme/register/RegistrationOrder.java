package org.duban.programme.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.duban.programme.Commitment;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.listing.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores one project of a list: what it promises, by when, and who answers for it. */
@Component
public class RegistrationOrder {

  private final JdbcClient jdbc;
  private final ProjectRows projects;
  private final MilestoneRows milestones;

  RegistrationOrder(JdbcClient jdbc, ProjectRows projects, MilestoneRows milestones) {
    this.jdbc = jdbc;
    this.projects = projects;
    this.milestones = milestones;
  }

  /**
   * @param registeredAs the number that names it for ever
   * @return its id
   */
  public String store(String programmeId, String tenant, ListedProject project, int registeredAs) {
    String id = programmeId + "." + registeredAs;
    jdbc.sql(
            """
            insert into project (id, tenant_id, programme_id, ordinal, registered_as, number, title, body, line,
                                 deadline_phrase, state)
            values (:id, :tenant, :programme, :ordinal, :registeredAs, :number, :title, :body, :line,
                    :phrase, 'REGISTERED')
            """)
        .param("id", id)
        .param("tenant", tenant)
        .param("programme", programmeId)
        .param("ordinal", project.ordinal())
        .param("registeredAs", registeredAs)
        .param("number", project.number())
        .param("title", project.title())
        .param("body", project.text())
        .param("line", project.line())
        .param("phrase", project.deadlinePhrase())
        .update();
    storeCommitments(id, tenant, project.commitments());
    project.seats().forEach(seat -> storeSeat(id, tenant, seat, null));
    projects.relist(id, tenant, project.listedSeats());
    project.milestones().forEach(milestone -> milestones.insert(id, tenant, milestone));
    return id;
  }

  public void storeCommitments(String id, String tenant, List<Commitment> commitments) {
    for (Commitment commitment : commitments) {
      jdbc.sql(
              """
              insert into commitment (project_id, tenant_id, number, metric, operator, target, unit, text)
              values (:project, :tenant, :number, :metric, :operator, :target, :unit, :text)
              """)
          .param("project", id)
          .param("tenant", tenant)
          .param("number", commitment.number())
          .param("metric", commitment.metric())
          .param("operator", commitment.operator().name())
          .param("target", commitment.target())
          .param("unit", commitment.unit())
          .param("text", commitment.text())
          .update();
    }
  }

  /**
   * @param since null for since its project is sent out
   */
  public void storeSeat(String project, String tenant, Seat seat, Instant since) {
    jdbc.sql(
            """
            insert into assignment (project_id, tenant_id, department_code, role, position, printed_name, signs_off,
                                    reason, assigned_at)
            values (:project, :tenant, :department, :role, :position, :printed, :signsOff, :reason, :since)
            """)
        .param("project", project)
        .param("tenant", tenant)
        .param("department", seat.department())
        .param("role", seat.role().name())
        .param("position", seat.position())
        .param("printed", seat.printedName())
        .param("signsOff", seat.signsOff())
        .param("reason", seat.reason() == null ? "" : seat.reason())
        .param("since", since == null ? null : Timestamp.from(since))
        .update();
  }
}
