package org.duban.programme.act;

import java.time.LocalDate;
import java.util.List;
import org.duban.programme.Assignment;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneState;
import org.duban.programme.Role;
import org.duban.programme.Suspensions;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.register.ProjectRows;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The supervising office suspends a milestone, resumes it, or puts it into other hands. */
@RestController
@RequestMapping("/api/v1/milestones/{id}")
class MilestoneActsController {

  /** Why. */
  record Act(String reason) {}

  /**
   * Who takes whose place, and why.
   *
   * @param from code of the department that leaves
   * @param to code of the department that takes its place
   * @param role LEAD or SUPPORT; needed only when the one that leaves has both
   */
  record Reassignment(String from, String to, String role, String reason) {}

  /** What became of it. */
  record Outcome(String id, MilestoneState state, LocalDate due, LocalDate originalDue) {

    static Outcome of(Milestone milestone) {
      return new Outcome(
          milestone.id(), milestone.state(), milestone.due(), milestone.originalDue());
    }
  }

  /** Who answers for the project now. */
  record Answering(String project, List<String> leads, List<String> supports) {}

  private final OfficeDoor door;
  private final Suspensions suspensions;
  private final Handovers handovers;
  private final MilestoneRows milestones;
  private final ProjectRows projects;

  MilestoneActsController(
      OfficeDoor door,
      Suspensions suspensions,
      Handovers handovers,
      MilestoneRows milestones,
      ProjectRows projects) {
    this.door = door;
    this.suspensions = suspensions;
    this.handovers = handovers;
    this.milestones = milestones;
    this.projects = projects;
  }

  @PostMapping("/suspend")
  Outcome suspend(@PathVariable String id, @RequestBody Act act) {
    return Outcome.of(suspensions.suspend(id, act.reason(), door.openMilestone(id)));
  }

  @PostMapping("/resume")
  Outcome resume(@PathVariable String id, @RequestBody Act act) {
    return Outcome.of(suspensions.resume(id, act.reason(), door.openMilestone(id)));
  }

  /** For the milestone's whole project, since its departments answer for all of it. */
  @PostMapping("/reassign")
  Answering reassign(@PathVariable String id, @RequestBody Reassignment order) {
    String userId = door.openMilestone(id);
    String project = milestones.find(id).orElseThrow().projectId();
    handovers.reassign(project, order.from(), order.to(), order.role(), order.reason(), userId);
    return new Answering(project, those(project, Role.LEAD), those(project, Role.SUPPORT));
  }

  private List<String> those(String project, Role role) {
    return projects.assignments(project).stream()
        .filter(assignment -> assignment.role() == role)
        .map(Assignment::departmentCode)
        .toList();
  }
}
