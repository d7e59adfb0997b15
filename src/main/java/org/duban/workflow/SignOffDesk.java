package org.duban.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.duban.directory.Directory;
import org.duban.notice.Operator;
import org.duban.oversight.JointReport;
import org.duban.oversight.JointReports;
import org.duban.programme.Commitment;
import org.duban.programme.Milestone;
import org.duban.programme.Milestones;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.duban.security.Caller;
import org.duban.workflow.TaskFailurePolicy.Whereabouts;
import org.springframework.stereotype.Component;

/** Sign-offs of a department, many at once: each as if it were given in its own form. */
@Component
class SignOffDesk {

  /** How many are listed at once. */
  static final int MOST = 200;

  /** Others are nobody's task; the engine's database isn't asked for them. */
  private static final Pattern TASK_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private static final Map<Operator, String> OPERATORS =
      Map.of(Operator.EQ, "=", Operator.GE, "≥", Operator.LE, "≤", Operator.APPROX, "约");

  private final TaskService tasks;
  private final IdentityService identity;
  private final Tenants tenants;
  private final Milestones milestones;
  private final Projects projects;
  private final JointReports reports;
  private final Directory directory;

  SignOffDesk(
      TaskService tasks,
      IdentityService identity,
      Tenants tenants,
      Milestones milestones,
      Projects projects,
      JointReports reports,
      Directory directory) {
    this.tasks = tasks;
    this.identity = identity;
    this.tenants = tenants;
    this.milestones = milestones;
    this.projects = projects;
    this.reports = reports;
    this.directory = directory;
  }

  /** The earliest due first, at most {@value #MOST}. */
  List<WaitingSignOff> waitingFor(Caller caller) {
    return caller.departments().isEmpty() ? List.of() : earliest(offered(caller), caller);
  }

  /** All of them, listed or not. */
  long countFor(Caller caller) {
    return caller.departments().isEmpty() ? 0 : offered(caller).count();
  }

  /** Those of the given tasks that wait for the caller's department. */
  List<WaitingSignOff> among(List<String> ids, Caller caller) {
    String[] wellFormed = ids.stream().filter(TASK_ID.asMatchPredicate()).toArray(String[]::new);
    return caller.departments().isEmpty() || wellFormed.length == 0
        ? List.of()
        : earliest(offered(caller).taskIdIn(wellFormed), caller);
  }

  private List<WaitingSignOff> earliest(TaskQuery query, Caller caller) {
    return query.orderByDueDate().asc().orderByTaskId().asc().listPage(0, MOST).stream()
        .map(task -> waiting(task, caller))
        .filter(Objects::nonNull)
        .toList();
  }

  private TaskQuery offered(Caller caller) {
    return tasks
        .createTaskQuery()
        .taskDefinitionKey("Activity_SignOff")
        .taskCandidateGroupIn(caller.departments().stream().map(Groups::department).toList())
        .includeAssignedTasks()
        .active();
  }

  /** Null when it was signed while the list was made. */
  private WaitingSignOff waiting(Task task, Caller caller) {
    Map<String, Object> ids =
        tasks.getVariables(task.getId(), List.of("milestoneId", "department"));
    Milestone milestone = milestones.find((String) ids.get("milestoneId")).orElse(null);
    JointReport report = milestone == null ? null : reports.of(milestone).orElse(null);
    if (report == null) {
      return null;
    }
    Project project = projects.find(milestone.projectId()).orElseThrow();
    List<Commitment> commitments = projects.commitments(project.id());
    List<String> doubts = new ArrayList<>(SignOffDoubts.of(milestone.kind(), report, commitments));
    if (task.getAssignee() != null && !task.getAssignee().equals(caller.userId())) {
      doubts.add("同事已认领");
    }
    return new WaitingSignOff(
        task.getId(),
        milestone.id(),
        project.number() + "、" + project.title(),
        milestone.kind().label(),
        milestone.due(),
        report.light(),
        directory.nameOf((String) ids.get("department")),
        projects.leads(project.id()).stream()
            .map(directory::nameOf)
            .collect(Collectors.joining("、")),
        report.narrative(),
        report.percent(),
        commitments.stream().map(one -> figure(one, report.actuals().get(one.number()))).toList(),
        doubts);
  }

  private static String figure(Commitment commitment, BigDecimal actual) {
    return commitment.metric()
        + " "
        + (actual == null ? "未报" : actual.toPlainString())
        + commitment.unit()
        + "（目标 "
        + OPERATORS.get(commitment.operator())
        + " "
        + commitment.target().toPlainString()
        + commitment.unit()
        + "）";
  }

  /**
   * Agrees in the caller's name, in a transaction of its own.
   *
   * @throws SignOffFailed when it isn't the caller's, or can't be given any more; nothing is
   *     changed
   */
  void agree(String task, Caller caller) {
    if (!TASK_ID.matcher(task).matches()
        || caller.departments().isEmpty()
        || offered(caller).taskId(task).count() == 0) {
      throw new SignOffFailed("已经会签、已中止或不是本部门的任务，未处理。");
    }
    identity.setAuthentication(
        caller.userId(), List.copyOf(caller.groups()), tenants.of(caller.userId()));
    try {
      tasks.complete(task, Map.of("decision", "AGREE"));
    } catch (RuntimeException e) {
      Whereabouts now =
          offered(caller).taskId(task).count() > 0 ? Whereabouts.OPEN : Whereabouts.ENDED;
      throw TaskFailurePolicy.explain(e, now)
          .map(failure -> new SignOffFailed(failure.message()))
          .orElseThrow(() -> e);
    } finally {
      identity.clearAuthentication();
    }
  }
}
