package org.duban.workflow.custody;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
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
 * What every task is about and whose it is, written down when the program gives it out and read
 * whenever somebody works on it, moves it or lists it: whatever came with a completion is not
 * asked. It stays known when the task is over.
 */
@Component
public class TaskSubjects {

  private static final Set<String> ESCALATIONS =
      Set.of("Activity_ExplainDelay", "Activity_GiveInstruction");
  private static final Set<String> EXTENSIONS =
      Set.of("Activity_EndorseExtension", "Activity_DecideExtension");

  private static final String SELECT =
      """
      select task_id, step, tenant_id, project_id, milestone_id, group_id as "group", escalation_id,
             extension_request_id, until is null as open
      from task_subject where\s""";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Milestones milestones;
  private final Projects projects;

  TaskSubjects(JdbcClient jdbc, Clock clock, Milestones milestones, Projects projects) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.milestones = milestones;
    this.projects = projects;
  }

  /** Of a task that is being given out, whose variables are the program's alone. */
  TaskSubject note(DelegateTask task) {
    TaskSubject subject = of(task);
    jdbc.sql(
            """
            insert into task_subject (task_id, step, tenant_id, project_id, milestone_id, group_id, escalation_id,
                                      extension_request_id, since)
            values (:task, :step, :tenant, :project, :milestone, :group, :escalation, :request, :since)
            """)
        .param("task", subject.taskId())
        .param("step", subject.step())
        .param("tenant", subject.tenantId())
        .param("project", subject.projectId())
        .param("milestone", subject.milestoneId())
        .param("group", subject.group())
        .param("escalation", subject.escalationId())
        .param("request", subject.extensionRequestId())
        .param("since", Timestamp.from(clock.instant()))
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
        task.getTaskDefinitionKey(),
        project.tenantId(),
        project.id(),
        milestone.map(Milestone::id).orElse(null),
        task.getCandidates().stream().map(IdentityLink::getGroupId).findFirst().orElseThrow(),
        answered(task, ESCALATIONS, "escalationId"),
        answered(task, EXTENSIONS, "extensionRequestId"),
        true);
  }

  private static Long answered(DelegateTask task, Set<String> answers, String variable) {
    return answers.contains(task.getTaskDefinitionKey()) ? (Long) task.getVariable(variable) : null;
  }

  /** Of a task that is open. */
  public TaskSubject of(String taskId) {
    return find(taskId).filter(TaskSubject::open).orElseThrow();
  }

  /** Of a task that is open or over; empty when the program never gave it out. */
  public Optional<TaskSubject> find(String taskId) {
    return jdbc.sql(SELECT + "task_id = :task")
        .param("task", taskId)
        .query(TaskSubject.class)
        .optional();
  }

  /** Of the open tasks of a project and of all its milestones. */
  public List<TaskSubject> openIn(String projectId) {
    return jdbc.sql(SELECT + "project_id = :project and until is null order by since, task_id")
        .param("project", projectId)
        .query(TaskSubject.class)
        .list();
  }

  /** Of the open tasks that answer an escalation. */
  public List<TaskSubject> openFor(long escalationId) {
    return jdbc.sql(
            SELECT + "escalation_id = :escalation and until is null order by since, task_id")
        .param("escalation", escalationId)
        .query(TaskSubject.class)
        .list();
  }

  /**
   * The task is over.
   *
   * @param done by somebody, rather than taken away
   */
  void end(String taskId, boolean done) {
    jdbc.sql("update task_subject set until = :now, done = :done where task_id = :task")
        .param("now", Timestamp.from(clock.instant()))
        .param("done", done)
        .param("task", taskId)
        .update();
  }
}
