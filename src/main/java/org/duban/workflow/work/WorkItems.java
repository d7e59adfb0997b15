package org.duban.workflow.work;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.duban.directory.Directory;
import org.duban.escalation.Escalations;
import org.duban.oversight.JointReport;
import org.duban.oversight.JointReports;
import org.duban.oversight.KnownFigure;
import org.duban.oversight.KnownFigures;
import org.duban.programme.Assignment;
import org.duban.programme.Commitment;
import org.duban.programme.Milestone;
import org.duban.programme.Milestones;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.duban.programme.Role;
import org.duban.security.Caller;
import org.duban.workflow.custody.TaskSubject;
import org.duban.workflow.custody.TaskSubjects;
import org.duban.workflow.custody.TaskTerms;
import org.duban.worksheet.WorkItem;
import org.duban.worksheet.WorkKind;
import org.springframework.stereotype.Component;

/** Sets a department's task out as a row to fill in. */
@Component
public class WorkItems {

  /** The tasks that can be done in Excel. */
  public static final Map<String, WorkKind> KINDS =
      Map.of(
          "Activity_AcknowledgeAssignment", WorkKind.ACKNOWLEDGE,
          "Activity_AcknowledgeNewAssignment", WorkKind.ACKNOWLEDGE,
          "Activity_FileProgressReport", WorkKind.REPORT,
          "Activity_ConsolidateReport", WorkKind.REPORT,
          "Activity_SignOff", WorkKind.SIGN_OFF,
          "Activity_ResolveObjection", WorkKind.RESOLVE,
          "Activity_ExplainDelay", WorkKind.EXPLAIN);

  private final TaskSubjects subjects;
  private final Milestones milestones;
  private final Projects projects;
  private final TaskTerms terms;
  private final JointReports reports;
  private final KnownFigures figures;
  private final Escalations escalations;
  private final Directory directory;
  private final ZoneId zone;

  WorkItems(
      TaskSubjects subjects,
      Milestones milestones,
      Projects projects,
      TaskTerms terms,
      JointReports reports,
      KnownFigures figures,
      Escalations escalations,
      Directory directory,
      Clock clock) {
    this.subjects = subjects;
    this.milestones = milestones;
    this.projects = projects;
    this.terms = terms;
    this.reports = reports;
    this.figures = figures;
    this.escalations = escalations;
    this.directory = directory;
    this.zone = clock.getZone();
  }

  /** Empty for a task that ended while the list was made. */
  Optional<WorkItem> of(Task task, Caller caller) {
    return subjects.find(task.getId()).filter(TaskSubject::open).map(one -> of(task, one, caller));
  }

  private WorkItem of(Task task, TaskSubject noted, Caller caller) {
    Subject subject = subject(noted);
    WorkKind kind = KINDS.get(task.getTaskDefinitionKey());
    List<String> printed = new ArrayList<>();
    printed.add(subject.title());
    printed.add(subject.milestone() == null ? "签收" : subject.milestone().kind().label());
    printed.add(Objects.toString(terms.due(task), ""));
    printed.add(subject.milestone() == null ? "" : subject.milestone().due().toString());
    printed.add(directory.nameOf(subject.department()));
    printed.addAll(own(kind, noted, subject));
    return new WorkItem(
        task.getId(), kind, printed, kind == WorkKind.REPORT ? lines(subject, caller) : List.of());
  }

  /**
   * @param milestone null for a task of the project as a whole
   */
  private record Subject(Project project, Milestone milestone, String department) {

    String title() {
      return project.number() + "、" + project.title();
    }
  }

  private Subject subject(TaskSubject noted) {
    return new Subject(
        projects.find(noted.projectId()).orElseThrow(),
        Optional.ofNullable(noted.milestoneId()).flatMap(milestones::find).orElse(null),
        noted.holder());
  }

  private List<String> own(WorkKind kind, TaskSubject noted, Subject subject) {
    return switch (kind) {
      case ACKNOWLEDGE ->
          List.of(subject.project().deadlinePhrase(), named(subject.project(), Role.SUPPORT));
      case REPORT -> List.of(noted.step().equals("Activity_ConsolidateReport") ? "汇总反馈" : "反馈");
      case SIGN_OFF -> {
        Optional<JointReport> report = reports.of(subject.milestone());
        yield List.of(
            named(subject.project(), Role.LEAD),
            report.map(JointReport::narrative).orElse(""),
            report.map(one -> reached(one, subject.project())).orElse(""));
      }
      case RESOLVE -> List.of(String.join("\n", reports.objections(subject.milestone())));
      case EXPLAIN ->
          List.of(
              escalations
                  .find(noted.escalationId())
                  .map(one -> "第 " + one.level() + " 级")
                  .orElse(""));
    };
  }

  private String named(Project project, Role role) {
    return projects.assignments(project.id()).stream()
        .filter(assignment -> assignment.role() == role)
        .map(Assignment::departmentCode)
        .map(directory::nameOf)
        .distinct()
        .collect(Collectors.joining("、"));
  }

  private String reached(JointReport report, Project project) {
    List<String> lines = new ArrayList<>();
    lines.add("完成 " + report.percent() + "%");
    for (Commitment commitment : projects.commitments(project.id())) {
      lines.add(Comparison.compared(commitment, report.actuals().get(commitment.number())));
    }
    return String.join("\n", lines);
  }

  private List<WorkItem.Line> lines(Subject subject, Caller caller) {
    List<KnownFigure> known = figures.of(subject.milestone().id(), subject.department(), caller);
    return projects.commitments(subject.project().id()).stream()
        .map(
            commitment ->
                new WorkItem.Line(
                    commitment.number(),
                    commitment.metric(),
                    Comparison.target(commitment),
                    known.stream()
                        .filter(figure -> figure.commitment() == commitment.number())
                        .map(figure -> known(figure, commitment))
                        .collect(Collectors.joining("\n"))))
        .toList();
  }

  private String known(KnownFigure figure, Commitment commitment) {
    return figure.value().toPlainString()
        + commitment.unit()
        + "（"
        + (figure.same() ? "上次" : figure.project() + "，" + figure.departmentName())
        + "，"
        + figure.at().atZone(zone).toLocalDate()
        + "）";
  }
}
