package org.duban.workflow;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.duban.programme.Extensions;
import org.duban.programme.Opinion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows when a person completes a task of the extension process. */
@Configuration(proxyBeanMethods = false)
class ExtensionTasks {

  private final Extensions extensions;
  private final Actor actor;

  ExtensionTasks(Extensions extensions, Actor actor) {
    this.extensions = extensions;
    this.actor = actor;
  }

  @Bean
  TaskListener extensionEndorsed() {
    return task -> {
      Opinion opinion = new Filled(task).opinion("APPROVE", "REFUSE", true);
      extensions.endorse(request(task), opinion, actor.userId());
      task.setVariable("endorsementOutcome", opinion.against() ? "REFUSE" : "APPROVE");
    };
  }

  @Bean
  TaskListener extensionDecided() {
    return task -> {
      Opinion opinion = new Filled(task).opinion("APPROVE", "REFUSE", true);
      extensions.decide(request(task), opinion, actor.userId());
      task.setVariable("decisionOutcome", opinion.against() ? "REFUSE" : "APPROVE");
    };
  }

  @Bean
  JavaDelegate moveDeadline() {
    return execution -> extensions.moveDeadline(request(execution));
  }

  private static long request(VariableScope scope) {
    return (Long) scope.getVariable("extensionRequestId");
  }
}
