package org.duban.workflow;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
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
import org.duban.worksheet.WorkItem;
import org.duban.worksheet.WorkKind;
import org.springframework.stereotype.Component;

/** Sets a department's task out as a row to fill in. */
@Component
class WorkItems {

  /** The tasks that can be done in Excel. */
  static final Map<String, WorkKind> KINDS =
      Map.of(
          "Activity_AcknowledgeAssignment", WorkKind.ACKNOWLEDGE,
          "Activity_AcknowledgeNewAssignment", WorkKind.ACKNOWLEDGE,
          "Activity_FileProgressReport", WorkKind.REPORT,
          "Activity_ConsolidateReport", WorkKind.REPORT,
          "Activity_SignOff", WorkKind.SIGN_OFF,
          "Activity_ResolveObjection", WorkKind.RESOLVE,
          "Activity_ExplainDelay", WorkKind.EXPLAIN);

  private final TaskService tasks;
  private final Milestones milestones;
  private final Projects projects;
  private final TaskTerms terms;
  private final JointReports reports;
  private final KnownFigures figures;
  private final Escalations escalations;
  private final Directory directory;
  private final ZoneId zone;

  WorkItems(
      TaskService tasks,
      Milestones milestones,
      Projects projects,
      TaskTerms terms,
      JointReports reports,
      KnownFigures figures,
      Escalations escalations,
      Directory directory,
      Clock clock) {
    this.tasks = tasks;
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
    Map<String, Object> ids = tasks.getVariables(task.getId());
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    Subject subject = subject(ids);
    WorkKind kind = KINDS.get(task.getTaskDefinitionKey());
    List<String> printed = new ArrayList<>();
    printed.add(subject.title());
    printed.add(subject.milestone() == null ? "签收" : (String) ids.get(TaskNames.KIND));
    printed.add(Objects.toString(terms.due(task), ""));
    printed.add(subject.milestone() == null ? "" : subject.milestone().due().toString());
    printed.add(directory.nameOf(subject.department()));
    printed.addAll(own(kind, task, ids, subject));
    return Optional.of(
        new WorkItem(
            task.getId(),
            kind,
            printed,
            kind == WorkKind.REPORT ? lines(subject, caller) : List.of()));
  }

  /**
   * @param milestone null for a task of the project as a whole
   */
  private record Subject(Project project, Milestone milestone, String department) {

    String title() {
      return project.number() + "、" + project.title();
    }
  }

  private Subject subject(Map<String, Object> ids) {
    Milestone milestone =
        Optional.ofNullable((String) ids.get("milestoneId")).flatMap(milestones::find).orElse(null);
    String projectId = milestone == null ? (String) ids.get("projectId") : milestone.projectId();
    String headGroup = (String) ids.get("headGroup");
    String department =
        headGroup != null
            ? Groups.holderOf(headGroup)
            : ids.get("department") != null
                ? (String) ids.get("department")
                : projects.leads(projectId).get(0);
    return new Subject(projects.find(projectId).orElseThrow(), milestone, department);
  }

  private List<String> own(WorkKind kind, Task task, Map<String, Object> ids, Subject subject) {
    return switch (kind) {
      case ACKNOWLEDGE ->
          List.of(subject.project().deadlinePhrase(), named(subject.project(), Role.SUPPORT));
      case REPORT ->
          List.of(task.getTaskDefinitionKey().equals("Activity_ConsolidateReport") ? "汇总反馈" : "反馈");
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
                  .find((Long) ids.get("escalationId"))
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
      lines.add(Figures.compared(commitment, report.actuals().get(commitment.number())));
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
                    Figures.target(commitment),
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
