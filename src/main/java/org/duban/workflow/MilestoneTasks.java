package org.duban.workflow;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.programme.Milestones;
import org.duban.programme.Opinion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows when a person completes a task of the milestone process. */
@Configuration(proxyBeanMethods = false)
class MilestoneTasks {

  private final Milestones milestones;
  private final Responsibility responsibility;
  private final Actor actor;

  MilestoneTasks(Milestones milestones, Responsibility responsibility, Actor actor) {
    this.milestones = milestones;
    this.responsibility = responsibility;
    this.actor = actor;
  }

  @Bean
  TaskListener progressReportFiled() {
    return task ->
        milestones.file(
            Scope.milestone(task),
            Scope.department(task),
            new Filled(task).report(),
            actor.userId());
  }

  @Bean
  TaskListener reportConsolidated() {
    return task -> {
      String milestoneId = Scope.milestone(task);
      String lead = responsibility.firstLead(milestoneId);
      milestones.consolidate(milestoneId, lead, new Filled(task).report(), actor.userId());
    };
  }

  @Bean
  TaskListener signedOff() {
    return task -> {
      Opinion opinion = new Filled(task).opinion("AGREE", "OBJECT", true);
      milestones.signOff(Scope.milestone(task), Scope.department(task), opinion, actor.userId());
      task.setVariable("signOffOutcome", opinion.against() ? "OBJECT" : "AGREE");
    };
  }

  @Bean
  TaskListener objectionResolved() {
    return task -> {
      String milestoneId = Scope.milestone(task);
      String lead = responsibility.firstLead(milestoneId);
      String narrative = new Filled(task).text("narrative");
      milestones.resolveObjection(milestoneId, lead, narrative, actor.userId());
    };
  }

  @Bean
  TaskListener reportReviewed() {
    return task -> {
      Opinion opinion = new Filled(task).opinion("ACCEPT", "RETURN", true);
      milestones.review(Scope.milestone(task), opinion, actor.userId());
      task.setVariable("reviewOutcome", opinion.against() ? "RETURN" : "ACCEPT");
    };
  }

  @Bean
  JavaDelegate closeMilestone() {
    return execution ->
        milestones.close((String) execution.getVariable("milestoneId"), actor.userId());
  }
}
