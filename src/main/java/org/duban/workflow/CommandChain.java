package org.duban.workflow;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * What stands before the engine's transactions, so that it also sees what fails at their end: the
 * witness, who hears of a failure once nothing more is tried.
 */
@Component
class CommandChain extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPreCommandInterceptorsTxRequired(
        List.of(new FailureWitness(), new CompletionRetry()));
  }
}
