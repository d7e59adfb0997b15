package org.duban.workflow.process;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneResumed;
import org.duban.programme.MilestoneState;
import org.duban.programme.MilestoneSuspended;
import org.duban.programme.Milestones;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Halts the processes of a suspended milestone, so that nobody can do its tasks. */
@Component
class Pauses {

  private final RuntimeService runtime;
  private final RunningInstances instances;
  private final Milestones milestones;
  private final Relabelling labels;

  Pauses(
      RuntimeService runtime,
      RunningInstances instances,
      Milestones milestones,
      Relabelling labels) {
    this.runtime = runtime;
    this.instances = instances;
    this.milestones = milestones;
    this.labels = labels;
  }

  @EventListener
  void halt(MilestoneSuspended suspended) {
    halt(milestones.find(suspended.milestoneId()).orElseThrow());
  }

  @EventListener
  void go(MilestoneResumed resumed) {
    Milestone milestone = milestones.find(resumed.milestoneId()).orElseThrow();
    go(milestone);
    labels.relabel(milestone);
  }

  /** Alters processes that may be halted, and leaves them halted if they were. */
  void alter(Milestone milestone, Runnable change) {
    boolean halted = milestone.state() == MilestoneState.SUSPENDED;
    if (halted) {
      go(milestone);
    }
    change.run();
    if (halted) {
      halt(milestone);
    }
  }

  private void halt(Milestone milestone) {
    of(milestone).forEach(runtime::suspendProcessInstanceById);
  }

  private void go(Milestone milestone) {
    of(milestone).forEach(runtime::activateProcessInstanceById);
  }

  private List<String> of(Milestone milestone) {
    return Stream.concat(
            instances.ofMilestone(milestone).stream(), instances.escalationsOf(milestone).stream())
        .toList();
  }
}
