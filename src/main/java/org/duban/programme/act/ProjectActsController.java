package org.duban.programme.act;

import org.duban.programme.Project;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The supervising office withdraws a project, or opens it again. */
@RestController
@RequestMapping("/api/v1/projects/{id}")
class ProjectActsController {

  /** Why. */
  record Act(String reason) {}

  /**
   * Why, and by when.
   *
   * @param due ISO date, today or later; null for the working days that the settings give
   */
  record Reopening(String reason, String due) {}

  /** What became of it. */
  record Outcome(String id, String programme, String state) {

    static Outcome of(Project project) {
      return new Outcome(project.id(), project.programmeId(), project.state());
    }
  }

  private final OfficeDoor door;
  private final ProjectActs acts;

  ProjectActsController(OfficeDoor door, ProjectActs acts) {
    this.door = door;
    this.acts = acts;
  }

  @PostMapping("/withdraw")
  Outcome withdraw(@PathVariable String id, @RequestBody Act act) {
    return Outcome.of(acts.withdraw(id, act.reason(), door.openProject(id)));
  }

  @PostMapping("/reopen")
  Outcome reopen(@PathVariable String id, @RequestBody Reopening act) {
    return Outcome.of(acts.reopen(id, act.due(), act.reason(), door.openProject(id)));
  }
}
