package org.duban.workflow.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.programme.Milestones;
import org.duban.programme.Opinion;
import org.duban.programme.Signatures;
import org.duban.workflow.custody.TaskSubject;
import org.duban.workflow.custody.TaskSubjects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows when a person completes a task of the milestone process. */
@Configuration(proxyBeanMethods = false)
class MilestoneTasks {

  private final Milestones milestones;
  private final Signatures signatures;
  private final TaskSubjects subjects;
  private final Actor actor;

  MilestoneTasks(Milestones milestones, Signatures signatures, TaskSubjects subjects, Actor actor) {
    this.milestones = milestones;
    this.signatures = signatures;
    this.subjects = subjects;
    this.actor = actor;
  }

  @Bean
  TaskListener progressReportFiled() {
    return task -> {
      TaskSubject subject = subjects.of(task.getId());
      milestones.file(
          subject.milestoneId(), subject.department(), new Filled(task).report(), actor.userId());
    };
  }

  @Bean
  TaskListener reportConsolidated() {
    return task -> {
      TaskSubject subject = subjects.of(task.getId());
      milestones.consolidate(
          subject.milestoneId(), subject.department(), new Filled(task).report(), actor.userId());
    };
  }

  @Bean
  TaskListener signedOff() {
    return task -> {
      TaskSubject subject = subjects.of(task.getId());
      Opinion opinion = new Filled(task).opinion("AGREE", "OBJECT", true);
      milestones.signOff(subject.milestoneId(), subject.department(), opinion, actor.userId());
      task.setVariable("signOffOutcome", opinion.against() ? "OBJECT" : "AGREE");
    };
  }

  @Bean
  TaskListener objectionResolved() {
    return task -> {
      TaskSubject subject = subjects.of(task.getId());
      String narrative = new Filled(task).text("narrative");
      milestones.resolveObjection(
          subject.milestoneId(), subject.department(), narrative, actor.userId());
    };
  }

  @Bean
  TaskListener reportReviewed() {
    return task -> {
      Filled filled = new Filled(task);
      Opinion opinion = filled.opinion("ACCEPT", "RETURN", true);
      milestones.review(
          subjects.of(task.getId()).milestoneId(),
          opinion,
          filled.choice("signaturesStand"),
          actor.userId());
      task.setVariable("reviewOutcome", opinion.against() ? "RETURN" : "ACCEPT");
    };
  }

  @Bean
  JavaDelegate carrySignatures() {
    return execution -> signatures.carryOver((String) execution.getVariable("milestoneId"));
  }

  @Bean
  JavaDelegate closeMilestone() {
    return execution ->
        milestones.close((String) execution.getVariable("milestoneId"), actor.userId());
  }
}
