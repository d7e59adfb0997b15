package org.duban.workflow.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.duban.workflow.people.InTheName;
import org.duban.workflow.people.Tenants;
import org.duban.workflow.task.OwnTasks;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a request passes between our chain of rules and the engine's own filters, which stand at the
 * very end.
 */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

  private static final int AFTER_THE_RULES = 100;

  /** Outside all others, to take only what they leave. */
  @Bean
  FilterRegistrationBean<RestFaultFilter> restFaults(OwnTasks own, ObjectMapper json) {
    return at(
        AFTER_THE_RULES - 1, new RestFaultFilter(own, json), "/engine-rest/*", "/camunda/api/*");
  }

  @Bean
  FilterRegistrationBean<TaskFailureFilter> taskFailures(
      TaskService tasks, HistoryService history, OwnTasks own, ObjectMapper json) {
    return at(
        AFTER_THE_RULES,
        new TaskFailureFilter(tasks, history, own, json),
        "/engine-rest/*",
        "/camunda/api/engine/*");
  }

  @Bean
  FilterRegistrationBean<UnseenFilter> unseen(
      ProcessEngine engine, InTheName inTheName, ObjectMapper json) {
    return at(
        AFTER_THE_RULES,
        new UnseenFilter(engine, inTheName, json),
        "/engine-rest/*",
        "/camunda/api/engine/*");
  }

  @Bean
  FilterRegistrationBean<EngineRestSignIn> engineRestSignIn(
      IdentityService identities, Tenants tenants) {
    return at(AFTER_THE_RULES + 1, new EngineRestSignIn(identities, tenants), "/engine-rest/*");
  }

  @Bean
  FilterRegistrationBean<WebappSignIn> webappSignIn(ProcessEngine engine, Tenants tenants) {
    return at(
        AFTER_THE_RULES + 1, new WebappSignIn(engine, tenants), "/camunda/api/*", "/camunda/app/*");
  }

  @Bean
  FilterRegistrationBean<BoundedWebappQueries> boundedWebappQueries(
      ProcessEngineConfigurationImpl engine) {
    int limit = engine.getQueryMaxResultsLimit();
    return at(AFTER_THE_RULES + 1, new BoundedWebappQueries(limit), "/camunda/api/engine/*");
  }

  private static <T extends Filter> FilterRegistrationBean<T> at(
      int order, T filter, String... patterns) {
    FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    registration.addUrlPatterns(patterns);
    return registration;
  }
}
