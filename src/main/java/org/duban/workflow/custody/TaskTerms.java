package org.duban.workflow.custody;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.task.Task;
import org.duban.escalation.OwnTerm;
import org.duban.escalation.OwnTerms;
import org.duban.workflow.people.Groups;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which steps of the models have a day of their own, and whose. What the others owe is due with
 * their milestone; the end of a rhythm is decided when the office likes.
 */
@Component
public class TaskTerms {

  public static final Map<String, OwnTerm> TERMS =
      Map.of(
          "Activity_SignOff", OwnTerm.SIGN_OFF,
          "Activity_ReviewReport", OwnTerm.REVIEW,
          "Activity_EndorseExtension", OwnTerm.EXTENSION,
          "Activity_DecideExtension", OwnTerm.EXTENSION,
          "Activity_AcknowledgeAssignment", OwnTerm.ACKNOWLEDGEMENT,
          "Activity_AcknowledgeNewAssignment", OwnTerm.ACKNOWLEDGEMENT,
          "Activity_ExplainDelay", OwnTerm.EXPLANATION,
          "Activity_GiveInstruction", OwnTerm.INSTRUCTION,
          "Activity_CloseProject", OwnTerm.CLOSING);

  private static final int PAGE = 1000;

  private final OwnTerms terms;
  private final TaskService tasks;
  private final TaskSubjects subjects;
  private final ZoneId zone;

  TaskTerms(OwnTerms terms, TaskService tasks, TaskSubjects subjects, Clock clock) {
    this.terms = terms;
    this.subjects = subjects;
    this.tasks = tasks;
    this.zone = clock.getZone();
  }

  /** When a step will be due that the model is about to give out, and of which nothing is noted. */
  public Date due(String step, VariableScope scope) {
    return lastSecondOf(
        terms.due(TERMS.get(step), holder(step, scope), (String) scope.getVariable("milestoneId")));
  }

  /**
   * Writes the day down where the task has one of its own. The task bears that day whatever the
   * model says by which its process began.
   */
  void begin(DelegateTask task, TaskSubject subject) {
    if (TERMS.containsKey(subject.step())) {
      task.setDueDate(lastSecondOf(begin(subject)));
    }
  }

  private LocalDate begin(TaskSubject subject) {
    return terms.begin(
        subject.taskId(),
        TERMS.get(subject.step()),
        subject.holder(),
        subject.milestoneId(),
        subject.projectId());
  }

  /**
   * Tasks that were given out before their days were kept have theirs from today.
   *
   * @return the tasks that don't bear the day that is kept for them
   */
  @Transactional
  public List<Task> adopt() {
    List<Task> adopted = new ArrayList<>();
    List<Task> page;
    for (int from = 0; !(page = open(from)).isEmpty(); from += PAGE) {
      for (Task task : page) {
        LocalDate own = ownDue(task.getId()).orElseGet(() -> begin(subjects.of(task.getId())));
        if (!own.equals(due(task))) {
          adopted.add(task);
        }
      }
    }
    return adopted;
  }

  private List<Task> open(int from) {
    return tasks
        .createTaskQuery()
        .taskDefinitionKeyIn(TERMS.keySet().toArray(String[]::new))
        .orderByTaskId()
        .asc()
        .listPage(from, PAGE);
  }

  void end(String taskId) {
    terms.end(taskId);
  }

  /** Whether the task is done or gone, though the engine still lists it in this transaction. */
  public boolean ended(String taskId) {
    return terms.ended(taskId);
  }

  /** Empty where the milestone's day is the task's. */
  public Optional<LocalDate> ownDue(String taskId) {
    return terms.dueOf(taskId);
  }

  /** What the task is due by; null where it has no day at all. */
  public LocalDate due(Task task) {
    return task.getDueDate() == null
        ? null
        : task.getDueDate().toInstant().atZone(zone).toLocalDate();
  }

  public Date lastSecondOf(LocalDate day) {
    return Date.from(day.plusDays(1).atStartOfDay(zone).minusSeconds(1).toInstant());
  }

  private static String holder(String step, VariableScope scope) {
    return switch (TERMS.get(step)) {
      case SIGN_OFF, ACKNOWLEDGEMENT -> (String) scope.getVariable("department");
      case EXPLANATION -> Groups.holderOf((String) scope.getVariable("headGroup"));
      case REVIEW, CLOSING -> Groups.OFFICE;
      case INSTRUCTION -> Groups.LEADER;
      case EXTENSION -> step.equals("Activity_DecideExtension") ? Groups.LEADER : Groups.OFFICE;
      case RECOVERY -> throw new IllegalArgumentException("Nobody has a task for " + step);
    };
  }
}
