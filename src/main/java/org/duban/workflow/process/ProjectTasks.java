package org.duban.workflow.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Milestone;
import org.duban.programme.Opinion;
import org.duban.programme.Projects;
import org.duban.programme.Reopenings;
import org.duban.workflow.custody.TaskSubject;
import org.duban.workflow.custody.TaskSubjects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows when a person completes a task of the project process. */
@Configuration(proxyBeanMethods = false)
class ProjectTasks {

  private final Projects projects;
  private final Reopenings reopenings;
  private final TaskSubjects subjects;
  private final Actor actor;

  ProjectTasks(Projects projects, Reopenings reopenings, TaskSubjects subjects, Actor actor) {
    this.projects = projects;
    this.reopenings = reopenings;
    this.subjects = subjects;
    this.actor = actor;
  }

  @Bean
  TaskListener assignmentAcknowledged() {
    return task -> {
      TaskSubject subject = subjects.of(task.getId());
      projects.acknowledge(subject.projectId(), subject.department(), actor.userId());
    };
  }

  @Bean
  TaskListener rhythmEnded() {
    return task -> {
      Filled filled = new Filled(task);
      Opinion opinion = Opinion.only("END", filled.text("decision"), filled.text("opinion"));
      projects.endRhythm(subjects.of(task.getId()).projectId(), opinion, actor.userId());
    };
  }

  @Bean
  TaskListener projectClosed() {
    return task -> {
      Filled filled = new Filled(task);
      Opinion opinion = filled.opinion("CLOSE", "RETURN", false);
      String projectId = subjects.of(task.getId()).projectId();
      projects.close(projectId, opinion, actor.userId());
      if (opinion.against()) {
        String milestoneId = lastMilestone(projectId);
        LocalDate due = reopenings.due(filled.optional("newDue"));
        reopenings.reopen(milestoneId, due, opinion.reason(), actor.userId());
        task.setVariable("reworkMilestoneId", milestoneId);
      }
      task.setVariable("closeOutcome", opinion.against() ? "RETURN" : "CLOSE");
    };
  }

  private String lastMilestone(String projectId) {
    return projects
        .lastMilestone(projectId)
        .map(Milestone::id)
        .orElseThrow(() -> new InvalidSubmission("本事项没有可以退回补办的节点，只能销号。"));
  }
}
