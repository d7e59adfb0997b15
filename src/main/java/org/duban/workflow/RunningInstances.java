package org.duban.workflow;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.duban.programme.Milestone;
import org.springframework.stereotype.Component;

/** The process instances of what is in our tables. */
@Component
class RunningInstances {

  private final RuntimeService runtime;

  RunningInstances(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /** Empty once it is closed or withdrawn, and before it's sent out. */
  Optional<String> ofProject(String projectId) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("project")
        .variableValueEquals("projectId", projectId)
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .findFirst();
  }

  Optional<String> ofMilestone(Milestone milestone) {
    return of("milestone", milestone).stream().findFirst();
  }

  List<String> escalationsOf(Milestone milestone) {
    return of("escalation", milestone);
  }

  /** Empty once everybody who was called has answered, and before they are. */
  Optional<String> ofEscalation(long escalationId) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("escalation")
        .variableValueEquals("escalationId", escalationId)
        .list()
        .stream()
        .map(ProcessInstance::getId)
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
