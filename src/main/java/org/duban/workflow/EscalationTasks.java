package org.duban.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.escalation.Escalations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows when a person completes a task of the escalation process. */
@Configuration(proxyBeanMethods = false)
class EscalationTasks {

  private final Escalations escalations;
  private final Actor actor;

  EscalationTasks(Escalations escalations, Actor actor) {
    this.escalations = escalations;
    this.actor = actor;
  }

  @Bean
  TaskListener delayExplained() {
    return task -> {
      Filled filled = new Filled(task);
      String holder = Groups.holderOf((String) task.getVariable("headGroup"));
      String explanation = filled.text("explanation");
      escalations.explain(
          escalation(task), holder, explanation, filled.text("recoveryDate"), actor.userId());
    };
  }

  @Bean
  TaskListener instructionGiven() {
    return task ->
        escalations.instruct(
            escalation(task), new Filled(task).text("instruction"), actor.userId());
  }

  private static long escalation(DelegateTask task) {
    return (Long) task.getVariable("escalationId");
  }
}
