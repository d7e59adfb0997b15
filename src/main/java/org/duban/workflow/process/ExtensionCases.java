package org.duban.workflow.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.duban.programme.ExtensionRequested;
import org.duban.programme.MilestoneClosed;
import org.duban.programme.Milestones;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the extension process with the request, and ends it with the milestone. */
@Component
class ExtensionCases {

  private final RuntimeService runtime;
  private final RunningInstances instances;
  private final Milestones milestones;

  ExtensionCases(RuntimeService runtime, RunningInstances instances, Milestones milestones) {
    this.runtime = runtime;
    this.instances = instances;
    this.milestones = milestones;
  }

  @EventListener
  void begin(ExtensionRequested requested) {
    runtime
        .createProcessInstanceByKey("extension")
        .processDefinitionWithoutTenantId()
        .businessKey(milestones.find(requested.milestoneId()).orElseThrow().businessKey())
        .setVariables(
            Map.of(
                "milestoneId", requested.milestoneId(),
                "extensionRequestId", requested.requestId()))
        .execute();
  }

  @EventListener
  void end(MilestoneClosed closed) {
    instances
        .extensionsOf(milestones.find(closed.milestoneId()).orElseThrow())
        .forEach(
            instance ->
                runtime
                    .createMessageCorrelation("ExtensionLapses")
                    .processInstanceId(instance)
                    .correlate());
  }
}
