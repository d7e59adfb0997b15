package org.duban.programme.act;

import org.duban.programme.Milestone;
import org.duban.programme.Project;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.register.ProjectRows;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets only the supervising office in. Who sees a project hears that it's the office's to decide;
 * for everybody else it isn't there.
 */
@Component
class OfficeDoor {

  private final ProjectRows projects;
  private final MilestoneRows milestones;

  OfficeDoor(ProjectRows projects, MilestoneRows milestones) {
    this.projects = projects;
    this.milestones = milestones;
  }

  /**
   * @return the user id of the caller
   */
  String openProject(String id) {
    return open(projects.find(id).map(Project::id).orElse(null), "没有编号为 " + id + " 的事项。");
  }

  /**
   * @return the user id of the caller
   */
  String openMilestone(String id) {
    return open(
        milestones.find(id).map(Milestone::projectId).orElse(null), "没有编号为 " + id + " 的节点。");
  }

  private String open(String projectId, String notThere) {
    Caller caller = Caller.current();
    if (projectId == null || !sees(caller, projectId)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, notThere);
    }
    if (!caller.supervisingOffice()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "这件事由督查室决定。");
    }
    return caller.userId();
  }

  private boolean sees(Caller caller, String projectId) {
    return caller.seesEverything()
        || projects.assignments(projectId).stream()
            .anyMatch(one -> caller.departments().contains(one.departmentCode()));
  }
}
