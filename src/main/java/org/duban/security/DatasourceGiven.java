package org.duban.security;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Outside demo and test nobody's facts go into a database that was not named. */
@Component
@Profile("!demo & !test")
class DatasourceGiven implements BeanFactoryPostProcessor, EnvironmentAware, PriorityOrdered {

  private Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
    if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
      throw new CannotStart(
          "没有指定数据库:请设置 SPRING_DATASOURCE_URL(以及 SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD),"
              + "或以 --spring.profiles.active=demo 运行演示。No database is named: set SPRING_DATASOURCE_URL,"
              + " or run the demo with --spring.profiles.active=demo.");
    }
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
