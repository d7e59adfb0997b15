package org.duban.workflow.process;

import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.duban.programme.AcknowledgedByReport;
import org.duban.workflow.custody.TaskSubjects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes back what a lead is asked to acknowledge, once its report has done so. */
@Component
class AcknowledgementTasks {

  private static final Set<String> STEPS =
      Set.of("Activity_AcknowledgeAssignment", "Activity_AcknowledgeNewAssignment");

  private final TaskService tasks;
  private final TaskSubjects subjects;

  AcknowledgementTasks(TaskService tasks, TaskSubjects subjects) {
    this.tasks = tasks;
    this.subjects = subjects;
  }

  /** As if the person had completed it, whatever version of the model it runs in. */
  @EventListener
  void end(AcknowledgedByReport acknowledged) {
    subjects.openIn(acknowledged.projectId()).stream()
        .filter(task -> STEPS.contains(task.step()))
        .filter(task -> task.department().equals(acknowledged.department()))
        // read before it's completed, so that whoever does it at the same moment is noticed
        .filter(task -> tasks.createTaskQuery().taskId(task.taskId()).singleResult() != null)
        .forEach(task -> tasks.complete(task.taskId()));
  }
}
