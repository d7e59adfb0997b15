package org.duban.workflow.process;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.escalation.Escalations;
import org.duban.workflow.custody.TaskSubject;
import org.duban.workflow.custody.TaskSubjects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows when a person completes a task of the escalation process. */
@Configuration(proxyBeanMethods = false)
class EscalationTasks {

  private final Escalations escalations;
  private final TaskSubjects subjects;
  private final Actor actor;

  EscalationTasks(Escalations escalations, TaskSubjects subjects, Actor actor) {
    this.escalations = escalations;
    this.subjects = subjects;
    this.actor = actor;
  }

  @Bean
  TaskListener delayExplained() {
    return task -> {
      TaskSubject subject = subjects.of(task.getId());
      Filled filled = new Filled(task);
      escalations.explain(
          subject.escalationId(),
          subject.headOf(),
          filled.text("explanation"),
          filled.text("recoveryDate"),
          actor.userId());
    };
  }

  @Bean
  TaskListener instructionGiven() {
    return task ->
        escalations.instruct(
            subjects.of(task.getId()).escalationId(),
            new Filled(task).text("instruction"),
            actor.userId());
  }
}
