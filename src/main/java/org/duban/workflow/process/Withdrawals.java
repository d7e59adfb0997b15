package org.duban.workflow.process;

import org.camunda.bpm.engine.RuntimeService;
import org.duban.programme.MilestoneAdded;
import org.duban.programme.MilestoneWithdrawn;
import org.duban.programme.Milestones;
import org.duban.programme.Project;
import org.duban.programme.ProjectWithdrawn;
import org.duban.programme.Projects;
import org.duban.programme.RevisionRefused;
import org.duban.programme.RhythmWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends and extends the processes of what a revised list withdraws and adds. */
@Component
class Withdrawals {

  private static final String DELIVERIES = "Activity_DeliverMilestone";

  private final RuntimeService runtime;
  private final RunningInstances instances;
  private final Milestones milestones;
  private final Projects projects;

  Withdrawals(
      RuntimeService runtime,
      RunningInstances instances,
      Milestones milestones,
      Projects projects) {
    this.runtime = runtime;
    this.instances = instances;
    this.milestones = milestones;
    this.projects = projects;
  }

  @EventListener
  void end(ProjectWithdrawn withdrawn) {
    instances
        .ofProject(withdrawn.projectId())
        .ifPresent(instance -> tell("ProjectWithdrawn", instance));
  }

  @EventListener
  void end(MilestoneWithdrawn withdrawn) {
    instances
        .ofMilestone(milestones.find(withdrawn.milestoneId()).orElseThrow())
        .ifPresent(instance -> tell("MilestoneWithdrawn", instance));
  }

  private void tell(String message, String instance) {
    runtime.createMessageCorrelation(message).processInstanceId(instance).correlate();
  }

  @EventListener
  void end(RhythmWithdrawn withdrawn) {
    instances
        .ofProject(withdrawn.projectId())
        .ifPresent(
            instance ->
                runtime
                    .createProcessInstanceModification(instance)
                    .startBeforeActivity("Gateway_RhythmSettled")
                    .cancelAllForActivity("SubProcess_Rhythm")
                    .execute());
  }

  @EventListener
  void begin(MilestoneAdded added) {
    String instance = instances.ofProject(added.projectId()).orElseThrow();
    if (runtime.getActivityInstance(instance).getActivityInstances(DELIVERIES).length == 0) {
      Project project = projects.find(added.projectId()).orElseThrow();
      throw new RevisionRefused(
          "第" + project.number() + "项“" + project.title() + "”已进入销号或补办，不能再加节点；请另立一项。");
    }
    runtime
        .createProcessInstanceModification(instance)
        .startBeforeActivity(DELIVERIES)
        .setVariableLocal("milestoneId", added.milestoneId())
        .execute();
  }
}
