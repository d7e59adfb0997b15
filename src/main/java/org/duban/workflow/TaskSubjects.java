package org.duban.workflow;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.duban.programme.Milestone;
import org.duban.programme.Milestones;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What every open task is about, written down when the program gives it out and read when it is
 * done: whatever comes with a completion is not asked.
 */
@Component
class TaskSubjects {

  private static final Set<String> ESCALATIONS =
      Set.of("Activity_ExplainDelay", "Activity_GiveInstruction");
  private static final Set<String> EXTENSIONS =
      Set.of("Activity_EndorseExtension", "Activity_DecideExtension");

  private final JdbcClient jdbc;
  private final Milestones milestones;
  private final Projects projects;

  TaskSubjects(JdbcClient jdbc, Milestones milestones, Projects projects) {
    this.jdbc = jdbc;
    this.milestones = milestones;
    this.projects = projects;
  }

  /** Of a task that is being given out, whose variables are the program's alone. */
  TaskSubject note(DelegateTask task) {
    TaskSubject subject = of(task);
    jdbc.sql(
            """
            insert into task_subject (task_id, tenant_id, project_id, milestone_id, group_id, escalation_id,
                                      extension_request_id)
            values (:task, :tenant, :project, :milestone, :group, :escalation, :request)
            """)
        .param("task", subject.taskId())
        .param("tenant", subject.tenantId())
        .param("project", subject.projectId())
        .param("milestone", subject.milestoneId())
        .param("group", subject.group())
        .param("escalation", subject.escalationId())
        .param("request", subject.extensionRequestId())
        .update();
    return subject;
  }

  private TaskSubject of(DelegateTask task) {
    Optional<Milestone> milestone =
        Optional.ofNullable((String) task.getVariable("milestoneId")).flatMap(milestones::find);
    Project project =
        projects
            .find(
                milestone
                    .map(Milestone::projectId)
                    .orElseGet(() -> (String) task.getVariable("projectId")))
            .orElseThrow();
    return new TaskSubject(
        task.getId(),
        project.tenantId(),
        project.id(),
        milestone.map(Milestone::id).orElse(null),
        task.getCandidates().stream().map(IdentityLink::getGroupId).findFirst().orElseThrow(),
        answered(task, ESCALATIONS, "escalationId"),
        answered(task, EXTENSIONS, "extensionRequestId"));
  }

  private static Long answered(DelegateTask task, Set<String> answers, String variable) {
    return answers.contains(task.getTaskDefinitionKey()) ? (Long) task.getVariable(variable) : null;
  }

  /** Of a task that is open. */
  TaskSubject of(String taskId) {
    return jdbc.sql(
            """
            select task_id, tenant_id, project_id, milestone_id, group_id as "group", escalation_id,
                   extension_request_id
            from task_subject where task_id = :task
            """)
        .param("task", taskId)
        .query(TaskSubject.class)
        .single();
  }

  /** The task is done or taken away. */
  void forget(String taskId) {
    jdbc.sql("delete from task_subject where task_id = :task").param("task", taskId).update();
  }
}
