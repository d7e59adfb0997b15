package org.duban.workflow.process;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.duban.programme.AssignmentsChanged;
import org.duban.programme.Milestone;
import org.duban.programme.Projects;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Moves open tasks from the departments that left a project to those that joined it. What was filed
 * and signed stays: a lead that joins after the reports are in isn't asked for one in this round. A
 * supporting department that joins while the office reviews is asked to sign first.
 */
@Component
class Reassignments {

  private static final String REVIEW = "Activity_ReviewReport";

  private final RuntimeService runtime;
  private final RunningInstances instances;
  private final Projects projects;
  private final Pauses pauses;

  Reassignments(
      RuntimeService runtime, RunningInstances instances, Projects projects, Pauses pauses) {
    this.runtime = runtime;
    this.instances = instances;
    this.projects = projects;
    this.pauses = pauses;
  }

  /** Before anybody is told who has what now. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void reassign(AssignmentsChanged changed) {
    instances
        .ofProject(changed.projectId())
        .ifPresent(instance -> askToAcknowledge(instance, changed));
    for (Milestone milestone : projects.owed(changed.projectId())) {
      pauses.alter(milestone, () -> reassign(milestone, changed));
    }
  }

  private void reassign(Milestone milestone, AssignmentsChanged changed) {
    instances.ofMilestone(milestone).ifPresent(instance -> reassign(instance, changed));
  }

  private void askToAcknowledge(String instance, AssignmentsChanged changed) {
    for (String lead : changed.leadsAdded()) {
      runtime
          .createMessageCorrelation("LeadAdded")
          .processInstanceId(instance)
          .setVariableToTriggeredScope("department", lead)
          .correlate();
    }
    for (ActivityInstance asked : active(instance, "Activity_AcknowledgeNewAssignment")) {
      Object lead = runtime.getVariable(asked.getExecutionIds()[0], "department");
      if (changed.leadsRemoved().contains(lead)) {
        cancel(instance, asked);
      }
    }
    ParallelRound.ACKNOWLEDGEMENTS.alter(runtime, instance, changed.leadsRemoved(), List.of());
  }

  private void reassign(String instance, AssignmentsChanged changed) {
    if (changed.firstLeadChanged()) {
      askAnew(instance, "Activity_ConsolidateReport");
      askAnew(instance, "Activity_ResolveObjection");
    }
    ParallelRound.REPORTS.alter(runtime, instance, changed.leadsRemoved(), changed.leadsAdded());
    ParallelRound.SIGN_OFFS.alter(
        runtime, instance, changed.signatoriesRemoved(), changed.signatoriesAdded());
    if (!changed.signatoriesAdded().isEmpty()) {
      signBeforeReview(instance, changed.signatoriesAdded());
    }
  }

  /** The first lead's tasks go to whoever is first now. */
  private void askAnew(String instance, String activity) {
    for (ActivityInstance asked : active(instance, activity)) {
      runtime
          .createProcessInstanceModification(instance)
          .startBeforeActivity(activity, asked.getParentActivityInstanceId())
          .cancelActivityInstance(asked.getId())
          .execute();
    }
  }

  private void signBeforeReview(String instance, List<String> joining) {
    ActivityInstance[] reviews = active(instance, REVIEW);
    if (reviews.length == 0 || ParallelRound.SIGN_OFFS.runsIn(runtime, instance)) {
      return;
    }
    var change = runtime.createProcessInstanceModification(instance);
    joining.forEach(
        one ->
            change
                .startBeforeActivity(ParallelRound.SIGN_OFFS.activity())
                .setVariableLocal("department", one));
    Arrays.stream(reviews).forEach(review -> change.cancelActivityInstance(review.getId()));
    change.execute();
  }

  private ActivityInstance[] active(String instance, String activity) {
    return runtime.getActivityInstance(instance).getActivityInstances(activity);
  }

  private void cancel(String instance, ActivityInstance one) {
    runtime
        .createProcessInstanceModification(instance)
        .cancelActivityInstance(one.getId())
        .execute();
  }
}
