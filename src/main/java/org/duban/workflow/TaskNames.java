package org.duban.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.duban.programme.Milestone;
import org.duban.programme.Milestones;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.springframework.stereotype.Component;

/** Names tasks after their project and due day, so that a list of tasks says what they're about. */
@Component
class TaskNames {

  private static final String SEPARATOR = "：";

  private final Milestones milestones;
  private final Projects projects;

  TaskNames(Milestones milestones, Projects projects) {
    this.milestones = milestones;
    this.projects = projects;
  }

  /**
   * @param name the task's name, as drawn or as it was given before
   */
  String of(String name, VariableScope scope) {
    return of(name, Scope.milestone(scope), Scope.project(scope));
  }

  /**
   * @param milestoneId null for a task of the project as a whole
   */
  String of(String name, String milestoneId, String projectId) {
    String drawn = name.split(SEPARATOR, 2)[0];
    return drawn + SEPARATOR + subject(milestoneId, projectId);
  }

  private String subject(String milestoneId, String projectId) {
    if (milestoneId == null) {
      return title(projectId);
    }
    Milestone milestone = milestones.find(milestoneId).orElseThrow();
    return title(milestone.projectId()) + "（" + milestone.due() + "）";
  }

  private String title(String projectId) {
    Project project = projects.find(projectId).orElseThrow();
    return project.number() + "、" + project.title();
  }
}
