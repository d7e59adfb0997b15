package org.duban.workflow.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.duban.directory.Directory;
import org.duban.security.Caller;
import org.duban.workflow.task.OwnTasks;
import org.duban.workflow.task.TaskNotDone;
import org.duban.worksheet.Answer;
import org.duban.worksheet.Refused;
import org.duban.worksheet.WorkItem;
import org.duban.worksheet.WorksheetRefused;
import org.duban.worksheet.Worksheets;
import org.springframework.stereotype.Component;

/** A department's open tasks as an Excel file, and what it sent back. */
@Component
class WorkDesk {

  static final int MOST = 500;

  private static final String[] KINDS = WorkItems.KINDS.keySet().toArray(String[]::new);

  /**
   * What became of a file. Each task stands for itself: what was right is done, whatever else was
   * wrong.
   *
   * @param file the tasks that are open now, with what was refused in its place; null when nothing
   *     was
   */
  record Outcome(List<Answer> done, List<Refused> refused, byte[] file) {}

  private final OwnTasks tasks;
  private final WorkItems items;
  private final Directory directory;
  private final Clock clock;

  WorkDesk(OwnTasks tasks, WorkItems items, Directory directory, Clock clock) {
    this.tasks = tasks;
    this.items = items;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * The personal first, then the earliest due, at most {@value #MOST}; without what a colleague has
   * claimed.
   */
  List<WorkItem> open(Caller caller) {
    return tasks
        .offered(caller, KINDS)
        .orderByTaskPriority()
        .desc()
        .orderByDueDate()
        .asc()
        .orderByTaskId()
        .asc()
        .listPage(0, MOST)
        .stream()
        .filter(task -> !OwnTasks.withColleague(task, caller))
        .map(task -> items.of(task, caller))
        .flatMap(Optional::stream)
        .toList();
  }

  byte[] file(Caller caller) {
    return Worksheets.write(title(caller), open(caller), List.of());
  }

  /** What the file is called, without its ending. */
  String title(Caller caller) {
    return caller.departments().stream()
            .sorted()
            .map(directory::nameOf)
            .collect(Collectors.joining("、"))
        + " 待办任务 "
        + LocalDate.now(clock);
  }

  /**
   * @throws WorksheetRefused when the file as a whole can't be taken; nothing is done then
   */
  Outcome take(byte[] content, Caller caller) {
    List<Answer> done = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (Answer answer : Worksheets.read(content)) {
      if (!answer.untouched()) {
        refusal(answer, caller)
            .ifPresentOrElse(why -> refused.add(new Refused(answer, why)), () -> done.add(answer));
      }
    }
    return new Outcome(
        done,
        refused,
        refused.isEmpty() ? null : Worksheets.write(title(caller), open(caller), refused));
  }

  /** Why it isn't done; empty when it is. */
  private Optional<String> refusal(Answer answer, Caller caller) {
    if (answer.problem() != null) {
      return Optional.of(answer.problem());
    }
    try {
      Task task = tasks.find(answer.key(), caller, KINDS);
      if (OwnTasks.withColleague(task, caller)) {
        return Optional.of("同事已认领这项任务，未处理。");
      }
      if (WorkItems.KINDS.get(task.getTaskDefinitionKey()) != answer.kind()) {
        return Optional.of("这一行的任务与所在的表不符，请重新下载后填写。");
      }
      tasks.complete(task, caller, WorkAnswer.values(answer));
      return Optional.empty();
    } catch (TaskNotDone e) {
      return Optional.of(e.getMessage());
    }
  }
}
