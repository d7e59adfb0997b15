package org.duban.workflow.command;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What the engine's commands pass. Before their transactions, so that it also sees what fails at
 * their end, stands the witness, who hears of a failure once nothing more is tried; within them,
 * what a person may do.
 */
@Component
class CommandChain extends AbstractProcessEnginePlugin {

  private final ApplicationContext beans;

  CommandChain(ApplicationContext beans) {
    this.beans = beans;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPreCommandInterceptorsTxRequired(
        List.of(new FailureWitness(), new CompletionRetry()));
    engine.setCustomPostCommandInterceptorsTxRequired(List.of(new PersonsActs()));
    engine.setExpressionManager(new BeansFirst(beans));
  }
}
