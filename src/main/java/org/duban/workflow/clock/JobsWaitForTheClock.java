package org.duban.workflow.clock;

import org.camunda.bpm.spring.boot.starter.event.JobExecutorStartingEventListener;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.stereotype.Component;

/** The starter would start the jobs whatever the clock says; {@link JobsInStep} does instead. */
@Component
class JobsWaitForTheClock implements BeanFactoryPostProcessor {

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beans;
    for (String name :
        beans.getBeanNamesForType(JobExecutorStartingEventListener.class, true, false)) {
      registry.removeBeanDefinition(name);
    }
  }
}
