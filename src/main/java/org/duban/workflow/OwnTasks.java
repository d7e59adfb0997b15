package org.duban.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.duban.programme.Holdings;
import org.duban.security.Caller;
import org.duban.workflow.TaskFailurePolicy.Whereabouts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The tasks of a person's departments, done in their name as if in the tasks' own forms. */
@Component
class OwnTasks {

  private static final Logger LOG = LoggerFactory.getLogger(OwnTasks.class);

  /** Others are nobody's task; the engine's database isn't asked for them. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** A name that no group can have. */
  private static final List<String> NOBODY = List.of("(nobody)");

  private final TaskService tasks;
  private final IdentityService identity;
  private final Tenants tenants;
  private final Holdings holdings;

  OwnTasks(TaskService tasks, IdentityService identity, Tenants tenants, Holdings holdings) {
    this.tasks = tasks;
    this.identity = identity;
    this.tenants = tenants;
    this.holdings = holdings;
  }

  /**
   * What the caller's departments are offered, and their heads where the caller is one; also what a
   * colleague has claimed.
   *
   * @param kinds of task, as drawn
   */
  TaskQuery offered(Caller caller, String... kinds) {
    List<String> groups = new ArrayList<>();
    caller.departments().forEach(code -> groups.add(Groups.department(code)));
    caller.headOf().forEach(code -> groups.add(Groups.headOf(code)));
    return tasks
        .createTaskQuery()
        .taskDefinitionKeyIn(kinds)
        .taskCandidateGroupIn(groups.isEmpty() ? NOBODY : groups)
        .includeAssignedTasks()
        .active();
  }

  /**
   * In a transaction of its own.
   *
   * @throws TaskNotDone when it isn't the caller's, can't be done any more, or what was filled in
   *     isn't right; nothing is changed
   */
  void complete(String task, Caller caller, Map<String, Object> values, String... kinds) {
    if (!wellFormed(task) || offered(caller, kinds).taskId(task).count() == 0) {
      throw new TaskNotDone(
          wellFormed(task) && holdings.everHeld(task, caller.departments())
              ? "已经办结、已退回或已撤销，未处理。"
              : "不是本部门的任务，未处理。");
    }
    identity.setAuthentication(
        caller.userId(), List.copyOf(caller.groups()), tenants.of(caller.userId()));
    try {
      tasks.complete(task, values);
    } catch (RuntimeException e) {
      throw TaskFailurePolicy.explain(e, whereabouts(task))
          .map(failure -> new TaskNotDone(failure.message()))
          .orElseGet(() -> unexplained(task, e));
    } finally {
      identity.clearAuthentication();
    }
  }

  private Whereabouts whereabouts(String task) {
    return tasks.createTaskQuery().taskId(task).count() > 0 ? Whereabouts.OPEN : Whereabouts.ENDED;
  }

  /** One that fails holds none of the others up; what it was stands in the log. */
  private static TaskNotDone unexplained(String task, RuntimeException failure) {
    LOG.error("Task {} could not be completed", task, failure);
    return new TaskNotDone("系统出错，未处理，请稍后再试；仍不行的，请告知系统管理员。");
  }

  static boolean wellFormed(String task) {
    return ID.matcher(task).matches();
  }

  /** Whether somebody else has claimed it, for whose work the caller doesn't answer. */
  static boolean withColleague(Task task, Caller caller) {
    return task.getAssignee() != null
        && !task.getAssignee().equals(caller.userId())
        && caller.headOf().isEmpty();
  }
}
