package org.duban.oversight.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.directory.Directory;
import org.duban.oversight.ladder.TermRow;
import org.duban.oversight.ladder.TermRows;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.oversight.milestone.Overview;
import org.duban.programme.Assignment;
import org.duban.programme.Commitment;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.duban.programme.Reopenings;
import org.duban.programme.Role;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One project with all that belongs to it. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectsController {

  /**
   * A department's part.
   *
   * @param signsOff whether a supporting department signs reports; the reason says why not
   */
  record Part(
      String department,
      String name,
      Role role,
      String printedName,
      boolean signsOff,
      String reason,
      Instant acknowledgedAt,
      String acknowledgedBy) {}

  /**
   * @param reopeningDue by when its last milestone would be due if it were returned today
   */
  record Page(
      String id,
      String programme,
      int ordinal,
      String number,
      String title,
      String text,
      String deadlinePhrase,
      String state,
      List<Commitment> commitments,
      List<Part> assignments,
      List<MilestoneRow> milestones,
      List<TermRow> terms,
      LocalDate reopeningDue) {}

  private final Projects projects;
  private final Overview overview;
  private final TermRows terms;
  private final Reopenings reopenings;
  private final Directory directory;

  ProjectsController(
      Projects projects,
      Overview overview,
      TermRows terms,
      Reopenings reopenings,
      Directory directory) {
    this.projects = projects;
    this.overview = overview;
    this.terms = terms;
    this.reopenings = reopenings;
    this.directory = directory;
  }

  @GetMapping("/{id}")
  Page one(@PathVariable String id) {
    List<MilestoneRow> milestones = overview.milestonesOf(id, Caller.current());
    Project project =
        projects
            .find(id)
            .filter(found -> !milestones.isEmpty())
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的事项。"));
    return new Page(
        project.id(),
        project.programmeId(),
        project.ordinal(),
        project.number(),
        project.title(),
        project.body(),
        project.deadlinePhrase(),
        project.state(),
        projects.commitments(id),
        projects.assignments(id).stream().map(this::part).toList(),
        milestones,
        terms.of(id),
        reopenings.proposedDue());
  }

  private Part part(Assignment assignment) {
    return new Part(
        assignment.departmentCode(),
        directory.nameOf(assignment.departmentCode()),
        assignment.role(),
        assignment.printedName(),
        assignment.signsOff(),
        assignment.reason(),
        assignment.acknowledgedAt(),
        assignment.acknowledgedBy());
  }
}
