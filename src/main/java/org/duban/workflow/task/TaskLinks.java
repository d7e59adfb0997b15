package org.duban.workflow.task;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.duban.programme.Milestones;
import org.duban.security.Caller;
import org.duban.workflow.process.RunningInstances;
import org.springframework.stereotype.Component;

/** Finds what a person has to do for a milestone or project. */
@Component
public class TaskLinks {

  private final TaskService tasks;
  private final Milestones milestones;
  private final RunningInstances instances;

  TaskLinks(TaskService tasks, Milestones milestones, RunningInstances instances) {
    this.tasks = tasks;
    this.milestones = milestones;
    this.instances = instances;
  }

  /** Of several the one that the person has claimed, else the oldest. */
  public Optional<String> ofMilestone(String milestoneId, Caller caller) {
    return milestones
        .find(milestoneId)
        .flatMap(
            milestone ->
                first(
                    caller,
                    tasks.createTaskQuery().processInstanceBusinessKey(milestone.businessKey())));
  }

  /** The same for what concerns the project as a whole. */
  public Optional<String> ofProject(String projectId, Caller caller) {
    return instances
        .ofProject(projectId)
        .flatMap(instance -> first(caller, tasks.createTaskQuery().processInstanceId(instance)));
  }

  private static Optional<String> first(Caller caller, TaskQuery asked) {
    if (caller.groups().isEmpty()) {
      return Optional.empty();
    }
    return asked
        .taskCandidateGroupIn(List.copyOf(caller.groups()))
        .includeAssignedTasks()
        .active()
        .list()
        .stream()
        .min(
            Comparator.comparing((Task task) -> !caller.userId().equals(task.getAssignee()))
                .thenComparing(Task::getCreateTime))
        .map(Task::getId);
  }
}
