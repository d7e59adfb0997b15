package org.duban.programme.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Assignment;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneReach;
import org.duban.programme.MilestoneState;
import org.duban.programme.Programme;
import org.duban.programme.Programmes;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.duban.programme.Role;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the API shows of programmes, within the caller's reach. */
@Component
class ProgrammePages {

  /**
   * One programme in a list.
   *
   * @param projects how many projects the list names
   * @param milestones how many milestones it names
   */
  record Row(
      String id,
      String title,
      int year,
      String publisher,
      String state,
      Instant registeredAt,
      String registeredBy,
      Instant dispatchedAt,
      int projects,
      int milestones) {}

  /** A programme with its projects, of a department's only those in which it has a part. */
  record Page(
      String id,
      String title,
      int year,
      String publisher,
      String state,
      Instant registeredAt,
      String registeredBy,
      Instant dispatchedAt,
      List<Item> projects) {}

  record Item(
      String id,
      int ordinal,
      String number,
      String title,
      String state,
      String deadlinePhrase,
      List<String> leads,
      List<String> supports,
      List<Step> milestones) {}

  record Step(
      String id, MilestoneKind kind, LocalDate due, LocalDate originalDue, MilestoneState state) {}

  private final Programmes programmes;
  private final Projects projects;
  private final MilestoneReach reach;
  private final JdbcClient jdbc;

  ProgrammePages(Programmes programmes, Projects projects, MilestoneReach reach, JdbcClient jdbc) {
    this.programmes = programmes;
    this.projects = projects;
    this.reach = reach;
    this.jdbc = jdbc;
  }

  List<Row> list(Caller caller) {
    return programmes.all().stream()
        .filter(programme -> within(programme.id(), caller))
        .map(ProgrammePages::row)
        .toList();
  }

  Optional<Page> one(String id, Caller caller) {
    return programmes
        .find(id)
        .map(
            programme ->
                page(
                    programme,
                    projects.ofProgramme(id).stream()
                        .map(project -> item(project, projects.assignments(project.id()), caller))
                        .flatMap(Optional::stream)
                        .toList()))
        .filter(page -> caller.supervisingOffice() || !page.projects().isEmpty());
  }

  static Row row(Programme programme) {
    return new Row(
        programme.id(),
        programme.title(),
        programme.year(),
        programme.tenantId(),
        programme.state(),
        programme.registeredAt(),
        programme.registeredBy(),
        programme.dispatchedAt(),
        programme.projects(),
        programme.milestones());
  }

  private static Page page(Programme programme, List<Item> items) {
    return new Page(
        programme.id(),
        programme.title(),
        programme.year(),
        programme.tenantId(),
        programme.state(),
        programme.registeredAt(),
        programme.registeredBy(),
        programme.dispatchedAt(),
        items);
  }

  private Optional<Item> item(Project project, List<Assignment> assignments, Caller caller) {
    if (!reach.takesPart(project.id(), caller)) {
      return Optional.empty();
    }
    return Optional.of(
        new Item(
            project.id(),
            project.ordinal(),
            project.number(),
            project.title(),
            project.state(),
            project.deadlinePhrase(),
            printed(assignments, Role.LEAD),
            printed(assignments, Role.SUPPORT),
            projects.milestones(project.id()).stream().map(ProgrammePages::step).toList()));
  }

  /** The names as the list has them; a collective unit is one name. */
  private static List<String> printed(List<Assignment> assignments, Role role) {
    return assignments.stream()
        .filter(one -> one.role() == role)
        .map(Assignment::printedName)
        .distinct()
        .toList();
  }

  private static Step step(Milestone milestone) {
    return new Step(
        milestone.id(),
        milestone.kind(),
        milestone.due(),
        milestone.originalDue(),
        milestone.state());
  }

  private boolean within(String programmeId, Caller caller) {
    return caller.supervisingOffice() || hasPart(programmeId, caller);
  }

  private boolean hasPart(String programmeId, Caller caller) {
    return jdbc.sql(
            """
            select exists (select 1 from project p
                           where p.programme_id = :programme and sent_out(p)
                             and (:all or exists (select 1 from assignment a where a.project_id = p.id
                                                  and a.department_code = any(:departments))))
            """)
        .param("programme", programmeId)
        .param("all", caller.seesEverything())
        .param("departments", caller.departments().toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }
}
