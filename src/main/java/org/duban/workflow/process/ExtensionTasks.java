package org.duban.workflow.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.programme.Extensions;
import org.duban.programme.Opinion;
import org.duban.workflow.custody.TaskSubjects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows when a person completes a task of the extension process. */
@Configuration(proxyBeanMethods = false)
class ExtensionTasks {

  private final Extensions extensions;
  private final TaskSubjects subjects;
  private final Actor actor;

  ExtensionTasks(Extensions extensions, TaskSubjects subjects, Actor actor) {
    this.extensions = extensions;
    this.subjects = subjects;
    this.actor = actor;
  }

  @Bean
  TaskListener extensionEndorsed() {
    return task -> {
      Opinion opinion = new Filled(task).opinion("APPROVE", "REFUSE", true);
      extensions.endorse(request(task.getId()), opinion, actor.userId());
      task.setVariable("endorsementOutcome", opinion.against() ? "REFUSE" : "APPROVE");
    };
  }

  @Bean
  TaskListener extensionDecided() {
    return task -> {
      Opinion opinion = new Filled(task).opinion("APPROVE", "REFUSE", true);
      extensions.decide(request(task.getId()), opinion, actor.userId());
      task.setVariable("decisionOutcome", opinion.against() ? "REFUSE" : "APPROVE");
    };
  }

  @Bean
  JavaDelegate moveDeadline() {
    return execution -> extensions.moveDeadline((Long) execution.getVariable("extensionRequestId"));
  }

  private long request(String task) {
    return subjects.of(task).extensionRequestId();
  }
}
