package org.duban.workflow.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.duban.escalation.EscalationRaised;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneClosed;
import org.duban.programme.MilestoneRedated;
import org.duban.programme.Milestones;
import org.duban.programme.ProjectDispatched;
import org.duban.programme.ProjectReopened;
import org.duban.programme.Projects;
import org.duban.programme.ReportPeriodOpened;
import org.duban.programme.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the processes what happened in the modules, in the same transaction. */
@Component
class Correspondence {

  private final RuntimeService runtime;
  private final Projects projects;
  private final Milestones milestones;
  private final Pauses pauses;
  private final Clock clock;

  Correspondence(
      RuntimeService runtime,
      Projects projects,
      Milestones milestones,
      Pauses pauses,
      Clock clock) {
    this.runtime = runtime;
    this.projects = projects;
    this.milestones = milestones;
    this.pauses = pauses;
    this.clock = clock;
  }

  @EventListener
  void start(ProjectDispatched dispatched) {
    runtime
        .createProcessInstanceByKey("project")
        .processDefinitionWithoutTenantId()
        .businessKey(dispatched.programmeId() + "/" + dispatched.registeredAs())
        .setVariable("projectId", dispatched.projectId())
        .execute();
  }

  /**
   * The leads deliver its last milestone anew, then the office closes it again. Those that joined
   * and hadn't acknowledged when it was closed are asked once more.
   */
  @EventListener
  void startAgain(ProjectReopened reopened) {
    String instance =
        runtime
            .createProcessInstanceByKey("project")
            .processDefinitionWithoutTenantId()
            .businessKey(reopened.programmeId() + "/" + reopened.registeredAs())
            .setVariable("projectId", reopened.projectId())
            .setVariable("reworkMilestoneId", reopened.milestoneId())
            .startBeforeActivity("Activity_ReworkMilestone")
            .execute()
            .getId();
    projects.assignments(reopened.projectId()).stream()
        .filter(one -> one.role() == Role.LEAD && one.acknowledgedAt() == null)
        .forEach(
            lead ->
                runtime
                    .createMessageCorrelation("LeadAdded")
                    .processInstanceId(instance)
                    .setVariableToTriggeredScope("department", lead.departmentCode())
                    .correlate());
  }

  @EventListener
  void openPeriod(ReportPeriodOpened opened) {
    runtime
        .createExecutionQuery()
        .processDefinitionKey("project")
        .processInstanceBusinessKey(projects.find(opened.projectId()).orElseThrow().businessKey())
        .messageEventSubscriptionName("ReportPeriodOpens")
        .list()
        .forEach(
            rhythm ->
                runtime.messageEventReceived(
                    "ReportPeriodOpens",
                    rhythm.getId(),
                    Map.of("periodMilestoneId", opened.milestoneId())));
  }

  @EventListener
  void escalate(EscalationRaised raised) {
    Milestone milestone = milestones.find(raised.milestoneId()).orElseThrow();
    pauses.alter(milestone, () -> escalate(milestone, raised.escalationId()));
  }

  void escalate(Milestone milestone, long escalationId) {
    Execution overdue =
        runtime
            .createExecutionQuery()
            .processDefinitionKey("milestone")
            .processInstanceBusinessKey(milestone.businessKey())
            .messageEventSubscriptionName("DeadlineMissed")
            .singleResult();
    runtime.messageEventReceived(
        "DeadlineMissed", overdue.getId(), Map.of("escalationId", escalationId));
  }

  @EventListener
  void lift(MilestoneClosed closed) {
    endEscalations(closed.milestoneId());
  }

  /** The next miss, of the new day, is an escalation of its own. */
  @EventListener
  void lift(MilestoneRedated redated) {
    if (!redated.to().isBefore(LocalDate.now(clock))) {
      endEscalations(redated.milestoneId());
    }
  }

  /** Those of a suspended milestone end with its process. */
  private void endEscalations(String milestoneId) {
    Milestone milestone = milestones.find(milestoneId).orElseThrow();
    runtime
        .createExecutionQuery()
        .processDefinitionKey("escalation")
        .processInstanceBusinessKey(milestone.businessKey())
        .messageEventSubscriptionName("MilestoneMet")
        .active()
        .list()
        .forEach(escalation -> runtime.messageEventReceived("MilestoneMet", escalation.getId()));
  }
}
