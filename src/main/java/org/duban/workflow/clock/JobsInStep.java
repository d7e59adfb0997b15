package org.duban.workflow.clock;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.duban.calendar.ClockCompared;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the engine's jobs on this node only while its clock is in step with the database's: from the
 * first comparison on that says so. Another node, in step, goes on meanwhile.
 */
@Component
class JobsInStep {

  private final ObjectProvider<JobExecutor> executor;
  private boolean running;

  JobsInStep(ObjectProvider<JobExecutor> executor) {
    this.executor = executor;
  }

  @EventListener
  synchronized void follow(ClockCompared clock) {
    if (clock.inStep() == running) {
      return;
    }
    running = clock.inStep();
    executor.ifAvailable(running ? JobExecutor::start : JobExecutor::shutdown);
  }
}
