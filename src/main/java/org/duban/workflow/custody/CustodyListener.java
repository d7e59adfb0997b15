package org.duban.workflow.custody;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.programme.Duty;
import org.duban.programme.Holdings;
import org.springframework.stereotype.Component;

/**
 * Writes down what each task is about and who has a milestone in hand while one for it is open, and
 * gives the task its own day, its name and its place in the lists.
 */
@Component("custody")
class CustodyListener implements TaskListener {

  private static final Map<String, Duty> DUTIES =
      Map.of(
          "Activity_FileProgressReport", Duty.REPORT,
          "Activity_ConsolidateReport", Duty.CONSOLIDATE,
          "Activity_SignOff", Duty.SIGN_OFF,
          "Activity_ResolveObjection", Duty.RESOLVE_OBJECTION,
          "Activity_ReviewReport", Duty.REVIEW,
          "Activity_EndorseExtension", Duty.ENDORSE_EXTENSION,
          "Activity_DecideExtension", Duty.DECIDE_EXTENSION);

  /** What is asked of a person rather than of a department stands before all else. */
  private static final Set<String> PERSONAL =
      Set.of("Activity_ExplainDelay", "Activity_GiveInstruction");

  private static final int FIRST = 75;

  private final Holdings holdings;
  private final TaskNames names;
  private final TaskTerms terms;
  private final TaskSubjects subjects;

  CustodyListener(Holdings holdings, TaskNames names, TaskTerms terms, TaskSubjects subjects) {
    this.holdings = holdings;
    this.names = names;
    this.terms = terms;
    this.subjects = subjects;
  }

  @Override
  public void notify(DelegateTask task) {
    if (EVENTNAME_CREATE.equals(task.getEventName())) {
      give(task);
    } else {
      // Whoever hears that it was let go finds no day for it any more.
      terms.end(task.getId());
      holdings.letGo(task.getId());
      subjects.end(task.getId(), EVENTNAME_COMPLETE.equals(task.getEventName()));
    }
  }

  private void give(DelegateTask task) {
    TaskSubject subject = subjects.note(task);
    String milestoneId = subject.milestoneId();
    terms.begin(task, subject);
    Optional<LocalDate> ownDue = terms.ownDue(task.getId());
    task.setName(names.of(task.getName(), ownDue, milestoneId, subject.projectId()));
    task.setVariablesLocal(names.besides(milestoneId, ownDue));
    if (PERSONAL.contains(task.getTaskDefinitionKey())) {
      task.setPriority(FIRST);
    }
    Duty duty = DUTIES.get(task.getTaskDefinitionKey());
    if (duty != null) {
      holdings.take(milestoneId, subject.holder(), duty, task.getId());
    }
  }
}
