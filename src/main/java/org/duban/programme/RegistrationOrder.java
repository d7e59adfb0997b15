package org.duban.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duban.directory.Department;
import org.duban.directory.Directory;
import org.duban.directory.Signatory;
import org.duban.directory.SignatoryPolicy;
import org.duban.notice.Draft;
import org.duban.notice.DraftCommitment;
import org.duban.notice.DraftMilestone;
import org.duban.notice.DraftProject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores one project of a draft: what it promises, by when, and who answers for it. */
@Component
class RegistrationOrder {

  private final JdbcClient jdbc;
  private final Directory directory;
  private final SignatoryPolicy signatories;

  RegistrationOrder(JdbcClient jdbc, Directory directory) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.signatories = new SignatoryPolicy(directory);
  }

  void store(String programmeId, String tenant, Draft draft, DraftProject project) {
    String id = programmeId + "." + project.ordinal();
    jdbc.sql(
            """
            insert into project (id, tenant_id, programme_id, ordinal, number, title, body, line, deadline_phrase, state)
            values (:id, :tenant, :programme, :ordinal, :number, :title, :body, :line, :phrase, 'REGISTERED')
            """)
        .param("id", id)
        .param("tenant", tenant)
        .param("programme", programmeId)
        .param("ordinal", project.ordinal())
        .param("number", project.number())
        .param("title", project.title())
        .param("body", project.text())
        .param("line", project.line())
        .param("phrase", project.deadlinePhrase())
        .update();
    storeCommitments(id, tenant, project.commitments());
    storeAssignments(id, tenant, project, LocalDate.of(draft.year(), 1, 1));
    storeMilestones(id, tenant, project.milestones());
  }

  private void storeCommitments(String id, String tenant, List<DraftCommitment> commitments) {
    int number = 0;
    for (DraftCommitment commitment : commitments) {
      jdbc.sql(
              """
              insert into commitment (project_id, tenant_id, number, metric, operator, target, unit, text)
              values (:project, :tenant, :number, :metric, :operator, :target, :unit, :text)
              """)
          .param("project", id)
          .param("tenant", tenant)
          .param("number", ++number)
          .param("metric", commitment.metric())
          .param("operator", commitment.operator().name())
          .param("target", commitment.target())
          .param("unit", commitment.unit() == null ? "" : commitment.unit())
          .param("text", commitment.text())
          .update();
    }
  }

  private void storeAssignments(String id, String tenant, DraftProject project, LocalDate on) {
    List<Department> leads = named(project.leads(), on);
    int position = 0;
    Set<String> placed = new HashSet<>();
    for (int i = 0; i < leads.size(); i++) {
      for (Department lead : directory.members(leads.get(i))) {
        if (placed.add(lead.code())) {
          insert(id, tenant, lead, Role.LEAD, ++position, project.leads().get(i), false, "");
        }
      }
    }
    position = 0;
    for (Signatory signatory : signatories.decide(leads, named(project.supports(), on))) {
      insert(
          id,
          tenant,
          signatory.department(),
          Role.SUPPORT,
          ++position,
          signatory.printedAs(),
          signatory.signs(),
          signatory.reason());
    }
  }

  private List<Department> named(List<String> printed, LocalDate on) {
    List<Department> found = new ArrayList<>();
    for (String name : printed) {
      found.add(
          directory
              .named(name, on)
              .orElseThrow(
                  () -> new IllegalStateException("a draft without flags names unknown " + name)));
    }
    return found;
  }

  private void insert(
      String project,
      String tenant,
      Department department,
      Role role,
      int position,
      String printed,
      boolean signsOff,
      String reason) {
    jdbc.sql(
            """
            insert into assignment (project_id, tenant_id, department_code, role, position, printed_name, signs_off, reason)
            values (:project, :tenant, :department, :role, :position, :printed, :signsOff, :reason)
            """)
        .param("project", project)
        .param("tenant", tenant)
        .param("department", department.code())
        .param("role", role.name())
        .param("position", position)
        .param("printed", printed)
        .param("signsOff", signsOff)
        .param("reason", reason == null ? "" : reason)
        .update();
  }

  private void storeMilestones(String id, String tenant, List<DraftMilestone> milestones) {
    Set<String> stored = new HashSet<>();
    for (DraftMilestone milestone : milestones) {
      String milestoneId =
          id + "." + milestone.kind() + (milestone.due() == null ? "" : "." + milestone.due());
      // A list that says the same obligation twice means it once.
      if (!stored.add(milestoneId)) {
        continue;
      }
      jdbc.sql(
              """
              insert into milestone (id, tenant_id, project_id, kind, due, original_due, phrase, state)
              values (:id, :tenant, :project, :kind, :due, :due, :phrase, 'PLANNED')
              """)
          .param("id", milestoneId)
          .param("tenant", tenant)
          .param("project", id)
          .param("kind", milestone.kind().name())
          .param("due", milestone.due())
          .param("phrase", milestone.phrase())
          .update();
    }
  }
}
