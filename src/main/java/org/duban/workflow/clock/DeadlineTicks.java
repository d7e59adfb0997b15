package org.duban.workflow.clock;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.escalation.DeadlineSheet;
import org.duban.workflow.people.LentGroups;
import org.duban.workflow.tasklist.TasklistFilters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the engine's timer run the deadline sheet. */
@Configuration(proxyBeanMethods = false)
class DeadlineTicks {

  @Bean
  SheetCycle sheetSchedule(DeadlineSheet sheet, Clock clock) {
    return new SheetCycle(sheet, clock);
  }

  /** The sheet's own transactions each want an engine context of their own, not the job's. */
  @Bean
  JavaDelegate runDeadlineSheet(
      DeadlineSheet sheet, LentGroups lentGroups, TasklistFilters filters) {
    Callable<Void> run =
        () -> {
          lentGroups.sync();
          sheet.run();
          filters.turn();
          return null;
        };
    return execution -> ProcessEngineContext.withNewProcessEngineContext(run);
  }
}
