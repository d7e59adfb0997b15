package org.duban.workflow.process;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneRedated;
import org.duban.programme.Milestones;
import org.duban.programme.ProjectReworded;
import org.duban.programme.Projects;
import org.duban.workflow.custody.TaskNames;
import org.duban.workflow.custody.TaskSubject;
import org.duban.workflow.custody.TaskSubjects;
import org.duban.workflow.custody.TaskTerms;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings names and due dates of open tasks in line with a revised list or another due day. */
@Component
public class Relabelling {

  private final TaskService tasks;
  private final RunningInstances instances;
  private final Milestones milestones;
  private final Projects projects;
  private final Responsibility responsibility;
  private final TaskTerms terms;
  private final TaskNames names;
  private final TaskSubjects subjects;

  Relabelling(
      TaskService tasks,
      RunningInstances instances,
      Milestones milestones,
      Projects projects,
      Responsibility responsibility,
      TaskTerms terms,
      TaskNames names,
      TaskSubjects subjects) {
    this.tasks = tasks;
    this.instances = instances;
    this.milestones = milestones;
    this.projects = projects;
    this.responsibility = responsibility;
    this.terms = terms;
    this.names = names;
    this.subjects = subjects;
  }

  @EventListener
  void relabel(ProjectReworded reworded) {
    String project = reworded.projectId();
    instances.ofProject(project).ifPresent(instance -> relabel(instance, null, project));
    projects.owed(project).forEach(this::relabel);
  }

  void relabel(Milestone milestone) {
    Stream.of(
            instances.ofMilestone(milestone).stream(),
            instances.escalationsOf(milestone).stream(),
            instances.extensionsOf(milestone).stream())
        .flatMap(same -> same)
        .forEach(instance -> relabel(instance, milestone.id(), milestone.projectId()));
  }

  @EventListener
  void relabel(MilestoneRedated redated) {
    relabel(milestones.find(redated.milestoneId()).orElseThrow());
  }

  /** Tasks that an earlier version gave out get the days of their own. */
  @Transactional
  public void adoptTerms() {
    for (Task task : terms.adopt()) {
      TaskSubject subject = subjects.of(task.getId());
      relabel(task, subject.milestoneId(), subject.projectId());
    }
  }

  private void relabel(String instance, String milestoneId, String projectId) {
    for (Task task : tasks.createTaskQuery().processInstanceId(instance).list()) {
      if (!terms.ended(task.getId())) {
        relabel(task, milestoneId, projectId);
      }
    }
  }

  private void relabel(Task task, String milestoneId, String projectId) {
    Optional<LocalDate> ownDue = terms.ownDue(task.getId());
    task.setName(names.of(task.getName(), ownDue, milestoneId, projectId));
    if (ownDue.isPresent()) {
      task.setDueDate(terms.lastSecondOf(ownDue.get()));
    } else if (task.getDueDate() != null) {
      task.setDueDate(responsibility.dueDate(milestoneId));
    }
    tasks.saveTask(task);
    Map<String, String> besides = names.besides(milestoneId, ownDue);
    tasks.setVariablesLocal(task.getId(), besides);
    if (!besides.containsKey(TaskNames.MILESTONE_DUE)) {
      tasks.removeVariableLocal(task.getId(), TaskNames.MILESTONE_DUE);
    }
  }
}
