package org.duban.programme;

import org.duban.programme.register.MilestoneRows;
import org.duban.programme.register.ProjectRows;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * Milestones of the projects in which the caller's department has a part, and no others. Until they
 * are sent out, only the supervising office knows of them.
 */
@Component
public class MilestoneReach {

  private final MilestoneRows milestones;
  private final ProjectRows projects;

  MilestoneReach(MilestoneRows milestones, ProjectRows projects) {
    this.milestones = milestones;
    this.projects = projects;
  }

  /**
   * @throws ResponseStatusException 404 when there is none, or the caller may not know of it
   */
  public Milestone within(String id, Caller caller) {
    return milestones
        .find(id)
        .filter(milestone -> takesPart(milestone.projectId(), caller))
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的节点。"));
  }

  /**
   * The same, and nobody else changes it until the caller's transaction ends.
   *
   * @throws ResponseStatusException as {@link #within}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Milestone locked(String id, Caller caller) {
    return milestones.lock(within(id, caller).id());
  }

  public boolean takesPart(String projectId, Caller caller) {
    return caller.supervisingOffice()
        || projects.sentOut(projectId)
            && (caller.seesEverything()
                || projects.assignments(projectId).stream()
                    .anyMatch(one -> caller.departments().contains(one.departmentCode())));
  }
}
