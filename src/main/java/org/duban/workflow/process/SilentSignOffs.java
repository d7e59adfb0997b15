package org.duban.workflow.process;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.duban.escalation.SilenceTaken;
import org.duban.programme.Milestones;
import org.duban.workflow.people.Groups;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Signs, in the system's name, for departments whose silence counts as agreement. */
@Component
class SilentSignOffs {

  private final TaskService tasks;
  private final Milestones milestones;

  SilentSignOffs(TaskService tasks, Milestones milestones) {
    this.tasks = tasks;
    this.milestones = milestones;
  }

  @EventListener
  void sign(SilenceTaken silence) {
    String key = milestones.find(silence.milestoneId()).orElseThrow().businessKey();
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(key)
        .taskDefinitionKey("Activity_SignOff")
        .taskCandidateGroup(Groups.department(silence.department()))
        .includeAssignedTasks()
        .list()
        .forEach(
            task ->
                tasks.complete(
                    task.getId(), Map.of("decision", "AGREE", "opinion", "会签时限内未回复，视为同意。")));
  }
}
