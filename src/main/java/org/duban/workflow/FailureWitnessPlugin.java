package org.duban.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/** Puts the witness before the transaction, so that it also sees what fails at its end. */
@Component
class FailureWitnessPlugin extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPreCommandInterceptorsTxRequired(
        withWitness(engine.getCustomPreCommandInterceptorsTxRequired()));
  }

  private static List<CommandInterceptor> withWitness(List<CommandInterceptor> others) {
    List<CommandInterceptor> all = new ArrayList<>();
    all.add(new FailureWitness());
    if (others != null) {
      all.addAll(others);
    }
    return all;
  }
}
