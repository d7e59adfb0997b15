package org.duban.workflow.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.duban.directory.Directory;
import org.duban.security.Caller;
import org.duban.workflow.custody.TaskSubject;
import org.duban.workflow.custody.TaskSubjects;
import org.duban.workflow.custody.TaskSuccessors;
import org.duban.workflow.people.Groups;
import org.duban.workflow.people.InTheName;
import org.duban.workflow.task.TaskFailurePolicy.Whereabouts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The tasks of a person's departments, done in their name as if in the tasks' own forms. */
@Component
public class OwnTasks {

  private static final Logger LOG = LoggerFactory.getLogger(OwnTasks.class);

  /** Others are nobody's task; the engine's database isn't asked for them. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** A name that no group can have. */
  private static final List<String> NOBODY = List.of("(nobody)");

  private final TaskService tasks;
  private final InTheName inTheName;
  private final TaskSubjects subjects;
  private final TaskSuccessors successors;
  private final Directory directory;

  OwnTasks(
      TaskService tasks,
      InTheName inTheName,
      TaskSubjects subjects,
      TaskSuccessors successors,
      Directory directory) {
    this.tasks = tasks;
    this.inTheName = inTheName;
    this.subjects = subjects;
    this.successors = successors;
    this.directory = directory;
  }

  /**
   * What the caller's departments are offered, and their heads where the caller is one; also what a
   * colleague has claimed.
   *
   * @param kinds of task, as drawn
   */
  public TaskQuery offered(Caller caller, String... kinds) {
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
   * One of those that {@link #offered} gives.
   *
   * @throws TaskNotDone when it isn't the caller's, or is over
   */
  public Task find(String id, Caller caller, String... kinds) {
    Task task = wellFormed(id) ? offered(caller, kinds).taskId(id).singleResult() : null;
    if (task == null) {
      throw new TaskNotDone(whyNot(id, caller) + "，未处理。");
    }
    return task;
  }

  private String whyNot(String id, Caller caller) {
    TaskSubject was = was(id, caller).orElse(null);
    if (was == null) {
      return "不是本部门的任务";
    }
    if (!was.open()) {
      return handedOver(was).orElse("已经办结、已退回或已撤销");
    }
    if (!caller.groups().contains(was.group())) {
      return "这项任务须由本部门负责人办理";
    }
    return tasks.createTaskQuery().taskId(id).suspended().count() > 0
        ? "这项任务已中止办理，暂不能提交"
        : "这项任务不在这里办理";
  }

  /** Says of a task that the caller sees but may not touch whose it is. */
  public String whose(String id, Caller caller) {
    TaskSubject subject = wellFormed(id) ? subjects.find(id).orElse(null) : null;
    if (subject == null || caller.groups().contains(subject.group())) {
      return "您无权对这项任务这样做。";
    }
    String heads = Groups.ofHeads(subject.group()) ? "负责人" : "";
    return "这项任务由" + directory.nameOf(subject.holder()) + heads + "办理，您不能代为办理。";
  }

  /** Says to whom the work of a task went that was the caller's; empty when it just ended. */
  public Optional<String> handedOver(String id, Caller caller) {
    return was(id, caller).flatMap(this::handedOver);
  }

  private Optional<TaskSubject> was(String id, Caller caller) {
    return wellFormed(id)
        ? subjects.find(id).filter(one -> within(caller, one.holder()))
        : Optional.empty();
  }

  private static boolean within(Caller caller, String holder) {
    return caller.departments().contains(holder) || caller.headOf().contains(holder);
  }

  private Optional<String> handedOver(TaskSubject was) {
    List<String> to = successors.of(was);
    return to.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "这项任务已改由" + to.stream().map(directory::nameOf).collect(Collectors.joining("、")) + "办理");
  }

  /**
   * In a transaction of its own.
   *
   * @param task that the caller was found to have
   * @throws TaskNotDone when it can't be done any more, or what was filled in isn't right; nothing
   *     is changed
   */
  public void complete(Task task, Caller caller, Map<String, Object> values) {
    try {
      inTheName.of(
          caller,
          () -> {
            tasks.complete(task.getId(), values);
            return null;
          });
    } catch (RuntimeException e) {
      throw TaskFailurePolicy.explain(e, whereabouts(task.getId()))
          .map(failure -> new TaskNotDone(failure.message()))
          .orElseGet(() -> unexplained(task.getId(), e));
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

  public static boolean wellFormed(String task) {
    return ID.matcher(task).matches();
  }

  /** Whether somebody else has claimed it, for whose work the caller doesn't answer. */
  public static boolean withColleague(Task task, Caller caller) {
    return task.getAssignee() != null
        && !task.getAssignee().equals(caller.userId())
        && caller.headOf().isEmpty();
  }
}
