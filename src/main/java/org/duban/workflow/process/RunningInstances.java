package org.duban.workflow.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.duban.programme.Milestone;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.duban.workflow.custody.TaskSubject;
import org.duban.workflow.custody.TaskSubjects;
import org.springframework.stereotype.Component;

/** The process instances of what is in our tables. */
@Component
public class RunningInstances {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final TaskSubjects subjects;
  private final Projects projects;

  RunningInstances(
      RuntimeService runtime, TaskService tasks, TaskSubjects subjects, Projects projects) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.subjects = subjects;
    this.projects = projects;
  }

  /** Empty once it is closed or withdrawn, before it's sent out, and where there is none. */
  public Optional<String> ofProject(String projectId) {
    return projects.find(projectId).map(Project::businessKey).flatMap(this::ofProjectKey);
  }

  private Optional<String> ofProjectKey(String businessKey) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("project")
        .processInstanceBusinessKey(businessKey)
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .findFirst();
  }

  public Optional<String> ofMilestone(Milestone milestone) {
    return of("milestone", milestone).stream().findFirst();
  }

  List<String> escalationsOf(Milestone milestone) {
    return of("escalation", milestone);
  }

  /** Empty once everybody who was called has answered, and before they are. */
  Optional<String> ofEscalation(long escalationId) {
    String[] open =
        subjects.openFor(escalationId).stream().map(TaskSubject::taskId).toArray(String[]::new);
    return open.length == 0
        ? Optional.empty()
        : tasks.createTaskQuery().taskIdIn(open).list().stream()
            .map(Task::getProcessInstanceId)
            .findFirst();
  }

  List<String> extensionsOf(Milestone milestone) {
    return of("extension", milestone);
  }

  private List<String> of(String process, Milestone milestone) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(process)
        .processInstanceBusinessKey(milestone.businessKey())
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .toList();
  }
}
