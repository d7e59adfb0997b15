package org.duban.workflow;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.programme.Duty;
import org.duban.programme.Holdings;
import org.duban.programme.Milestone;
import org.duban.programme.Milestones;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.springframework.stereotype.Component;

/**
 * Writes down who has a milestone in hand while a task for it is open, and names each task after
 * its project, so that a list of tasks says what they're about.
 */
@Component("custody")
class CustodyListener implements TaskListener {

  private static final Map<String, Duty> DUTIES =
      Map.of(
          "Activity_FileProgressReport", Duty.REPORT,
          "Activity_ConsolidateReport", Duty.CONSOLIDATE,
          "Activity_SignOff", Duty.SIGN_OFF,
          "Activity_ResolveObjection", Duty.RESOLVE_OBJECTION,
          "Activity_ReviewReport", Duty.REVIEW);

  private final Holdings holdings;
  private final Milestones milestones;
  private final Projects projects;
  private final Responsibility responsibility;

  CustodyListener(
      Holdings holdings, Milestones milestones, Projects projects, Responsibility responsibility) {
    this.holdings = holdings;
    this.milestones = milestones;
    this.projects = projects;
    this.responsibility = responsibility;
  }

  @Override
  public void notify(DelegateTask task) {
    if (EVENTNAME_CREATE.equals(task.getEventName())) {
      give(task);
    } else {
      holdings.letGo(task.getId());
    }
  }

  private void give(DelegateTask task) {
    task.setName(task.getName() + "：" + subject(task));
    Duty duty = DUTIES.get(task.getTaskDefinitionKey());
    if (duty != null) {
      holdings.take(Scope.milestone(task), holder(task, duty), duty, task.getId());
    }
  }

  private String subject(DelegateTask task) {
    String milestoneId = Scope.milestone(task);
    if (milestoneId == null) {
      return title(Scope.project(task));
    }
    Milestone milestone = milestones.find(milestoneId).orElseThrow();
    return title(milestone.projectId()) + "（" + milestone.due() + "）";
  }

  private String title(String projectId) {
    Project project = projects.find(projectId).orElseThrow();
    return project.number() + "、" + project.title();
  }

  private String holder(DelegateTask task, Duty duty) {
    return switch (duty) {
      case REPORT, SIGN_OFF -> Scope.department(task);
      case CONSOLIDATE, RESOLVE_OBJECTION -> responsibility.firstLead(Scope.milestone(task));
      case REVIEW -> Groups.OFFICE;
    };
  }
}
