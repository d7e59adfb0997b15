package org.duban.workflow;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.duban.programme.Milestone;
import org.duban.programme.Milestones;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.springframework.stereotype.Component;

/**
 * Names tasks after their project and due day, so that a list of tasks says what they're about, and
 * gives them the few words that stand beside the name.
 */
@Component
class TaskNames {

  /** A task's own variables that lists show: the milestone's kind and due day in words. */
  static final String KIND = "listedKind";

  static final String DUE = "listedDue";

  private static final String SEPARATOR = "：";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日 EEE", Locale.CHINA);

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

  /**
   * @param milestoneId null for a task of the project as a whole
   * @return the task's own variables that lists show
   */
  Map<String, String> besides(String milestoneId) {
    if (milestoneId == null) {
      return Map.of();
    }
    Milestone milestone = milestones.find(milestoneId).orElseThrow();
    return milestone.due() == null
        ? Map.of(KIND, milestone.kind().label())
        : Map.of(KIND, milestone.kind().label(), DUE, DAY.format(milestone.due()));
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
