package org.duban.workflow.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.duban.directory.Directory;
import org.duban.escalation.OpenTerm;
import org.duban.escalation.OpenTerms;
import org.duban.oversight.JointReport;
import org.duban.oversight.JointReports;
import org.duban.programme.Commitment;
import org.duban.programme.Milestone;
import org.duban.programme.Milestones;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.duban.security.Caller;
import org.duban.workflow.custody.TaskSubject;
import org.duban.workflow.custody.TaskSubjects;
import org.duban.workflow.task.OwnTasks;
import org.duban.workflow.task.TaskNotDone;
import org.springframework.stereotype.Component;

/** Sign-offs of a department, many at once: each as if it were given in its own form. */
@Component
public class SignOffDesk {

  /** How many are listed at once. */
  public static final int MOST = 200;

  private static final String SIGN_OFF = "Activity_SignOff";

  private final TaskSubjects subjects;
  private final OwnTasks own;
  private final Milestones milestones;
  private final Projects projects;
  private final JointReports reports;
  private final OpenTerms terms;
  private final Directory directory;

  SignOffDesk(
      TaskSubjects subjects,
      OwnTasks own,
      Milestones milestones,
      Projects projects,
      JointReports reports,
      OpenTerms terms,
      Directory directory) {
    this.subjects = subjects;
    this.own = own;
    this.milestones = milestones;
    this.projects = projects;
    this.reports = reports;
    this.terms = terms;
    this.directory = directory;
  }

  /** The earliest due first, at most {@value #MOST}. */
  List<WaitingSignOff> waitingFor(Caller caller) {
    return earliest(own.offered(caller, SIGN_OFF), caller);
  }

  /** All of them, listed or not. */
  long countFor(Caller caller) {
    return own.offered(caller, SIGN_OFF).count();
  }

  /** Those of the given tasks that wait for the caller's department. */
  public List<WaitingSignOff> among(List<String> ids, Caller caller) {
    String[] wellFormed = ids.stream().filter(OwnTasks::wellFormed).toArray(String[]::new);
    return wellFormed.length == 0
        ? List.of()
        : earliest(own.offered(caller, SIGN_OFF).taskIdIn(wellFormed), caller);
  }

  private List<WaitingSignOff> earliest(TaskQuery query, Caller caller) {
    return query.orderByDueDate().asc().orderByTaskId().asc().listPage(0, MOST).stream()
        .map(task -> waiting(task, caller))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Null when it was signed while the list was made. */
  private WaitingSignOff waiting(Task task, Caller caller) {
    TaskSubject subject = subjects.find(task.getId()).filter(TaskSubject::open).orElse(null);
    Optional<OpenTerm> term = terms.ofTask(task.getId());
    if (subject == null || term.isEmpty()) {
      return null;
    }
    Milestone milestone = milestones.find(subject.milestoneId()).orElseThrow();
    JointReport report = reports.of(milestone).orElse(null);
    if (report == null) {
      return null;
    }
    Project project = projects.find(milestone.projectId()).orElseThrow();
    List<Commitment> commitments = projects.commitments(project.id());
    List<String> doubts = new ArrayList<>(SignOffDoubts.of(milestone.kind(), report, commitments));
    if (OwnTasks.withColleague(task, caller)) {
      doubts.add("同事已认领");
    }
    return new WaitingSignOff(
        task.getId(),
        milestone.id(),
        project.number() + "、" + project.title(),
        milestone.kind().label(),
        term.get().due(),
        term.get().standing(),
        milestone.due(),
        term.get().light(),
        directory.nameOf(subject.department()),
        projects.leads(project.id()).stream()
            .map(directory::nameOf)
            .collect(Collectors.joining("、")),
        report.narrative(),
        report.percent(),
        commitments.stream()
            .map(one -> Comparison.compared(one, report.actuals().get(one.number())))
            .toList(),
        doubts);
  }

  /**
   * Agrees in the caller's name, in a transaction of its own.
   *
   * @throws TaskNotDone when it isn't the caller's, or can't be given any more; nothing is changed
   */
  void agree(String task, Caller caller) {
    own.complete(own.find(task, caller, SIGN_OFF), caller, Map.of("decision", "AGREE"));
  }
}
