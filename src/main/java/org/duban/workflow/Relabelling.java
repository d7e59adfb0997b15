package org.duban.workflow;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.programme.Milestone;
import org.duban.programme.ProjectReworded;
import org.duban.programme.Projects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings names and due dates of open tasks in line with a revised list. */
@Component
class Relabelling {

  private final TaskService tasks;
  private final RunningInstances instances;
  private final Projects projects;
  private final Responsibility responsibility;
  private final TaskNames names;

  Relabelling(
      TaskService tasks,
      RunningInstances instances,
      Projects projects,
      Responsibility responsibility,
      TaskNames names) {
    this.tasks = tasks;
    this.instances = instances;
    this.projects = projects;
    this.responsibility = responsibility;
    this.names = names;
  }

  @EventListener
  void relabel(ProjectReworded reworded) {
    String project = reworded.projectId();
    instances.ofProject(project).ifPresent(instance -> relabel(instance, null, project));
    projects.owed(project).forEach(this::relabel);
  }

  void relabel(Milestone milestone) {
    String project = milestone.projectId();
    instances
        .ofMilestone(milestone)
        .ifPresent(instance -> relabel(instance, milestone.id(), project));
    instances
        .escalationsOf(milestone)
        .forEach(instance -> relabel(instance, milestone.id(), project));
  }

  private void relabel(String instance, String milestoneId, String projectId) {
    for (Task task : tasks.createTaskQuery().processInstanceId(instance).list()) {
      task.setName(names.of(task.getName(), milestoneId, projectId));
      if (task.getDueDate() != null) {
        task.setDueDate(responsibility.dueDate(milestoneId));
      }
      tasks.saveTask(task);
    }
  }
}
