package org.duban.workflow.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.duban.escalation.EscalationLifted;
import org.duban.escalation.ExplanationPassed;
import org.duban.programme.Milestone;
import org.duban.programme.Milestones;
import org.duban.workflow.people.Groups;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves what heads are asked about a delay to the heads of those who took over. */
@Component
class Explanations {

  private static final String ANSWERED = ParallelRound.EXPLANATIONS.next();

  private final RuntimeService runtime;
  private final RunningInstances instances;
  private final Correspondence correspondence;
  private final Milestones milestones;
  private final Pauses pauses;

  Explanations(
      RuntimeService runtime,
      RunningInstances instances,
      Correspondence correspondence,
      Milestones milestones,
      Pauses pauses) {
    this.runtime = runtime;
    this.instances = instances;
    this.correspondence = correspondence;
    this.milestones = milestones;
    this.pauses = pauses;
  }

  @EventListener
  void pass(ExplanationPassed passed) {
    Milestone milestone = milestones.find(passed.milestoneId()).orElseThrow();
    pauses.alter(milestone, () -> pass(milestone, passed));
  }

  private void pass(Milestone milestone, ExplanationPassed passed) {
    List<String> out = List.of(Groups.headOf(passed.from()));
    List<String> in = passed.to().stream().map(Groups::headOf).toList();
    String instance = instances.ofEscalation(passed.escalationId()).orElse(null);
    if (instance != null && ParallelRound.EXPLANATIONS.runsIn(runtime, instance)) {
      ParallelRound.EXPLANATIONS.alter(runtime, instance, out, in);
    } else if (!in.isEmpty()) {
      if (instance == null) {
        callOnlyHeads(milestone, passed.escalationId(), in);
      } else {
        askAgain(instance, in);
      }
    }
  }

  /** All who were asked have explained, and what they said waits for the leader. */
  private void askAgain(String instance, List<String> heads) {
    runtime
        .createProcessInstanceModification(instance)
        .startBeforeActivity(ParallelRound.EXPLANATIONS.activity())
        .setVariableLocal(ParallelRound.EXPLANATIONS.asked(), heads.get(0))
        .cancelAllForActivity(ANSWERED)
        .execute();
    ParallelRound.EXPLANATIONS.alter(runtime, instance, List.of(), heads);
  }

  /** Everybody had answered, the leader too, who isn't asked a second time. */
  private void callOnlyHeads(Milestone milestone, long escalationId, List<String> heads) {
    correspondence.escalate(milestone, escalationId);
    String instance = instances.ofEscalation(escalationId).orElseThrow();
    runtime
        .createProcessInstanceModification(instance)
        .startBeforeActivity(ANSWERED)
        .cancelAllForActivity("Activity_GiveInstruction")
        .execute();
    ParallelRound.EXPLANATIONS.leaveOnly(runtime, instance, heads);
  }

  @EventListener
  void end(EscalationLifted lifted) {
    Milestone milestone = milestones.find(lifted.milestoneId()).orElseThrow();
    instances
        .ofEscalation(lifted.escalationId())
        .ifPresent(instance -> pauses.alter(milestone, () -> end(instance)));
  }

  private void end(String instance) {
    runtime.createMessageCorrelation("MilestoneMet").processInstanceId(instance).correlate();
  }
}
