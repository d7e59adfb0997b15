package org.duban.workflow;

import static org.duban.workflow.TaskShelf.CLAIMED;
import static org.duban.workflow.TaskShelf.CLOSE;
import static org.duban.workflow.TaskShelf.DECIDE;
import static org.duban.workflow.TaskShelf.ENDORSE;
import static org.duban.workflow.TaskShelf.EXPLAIN;
import static org.duban.workflow.TaskShelf.INSTRUCT;
import static org.duban.workflow.TaskShelf.OPEN;
import static org.duban.workflow.TaskShelf.OVERDUE;
import static org.duban.workflow.TaskShelf.REPORT;
import static org.duban.workflow.TaskShelf.REVIEW;
import static org.duban.workflow.TaskShelf.SIGN_OFF;
import static org.duban.workflow.TaskShelf.THIS_WEEK;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.directory.Account;
import org.duban.directory.Directory;
import org.springframework.stereotype.Component;

/**
 * Who finds which lists in Tasklist. Whoever has one post finds six at most, since Tasklist asks
 * for each anew all the time: a handler has what they claimed, a head what is to be explained
 * instead.
 */
@Component
class TaskLists {

  private static final List<TaskShelf> OF_DEPARTMENT =
      List.of(OPEN, REPORT, SIGN_OFF, THIS_WEEK, OVERDUE);
  private static final List<TaskShelf> OF_OFFICE = List.of(OPEN, REVIEW, ENDORSE, CLOSE, OVERDUE);
  private static final List<TaskShelf> OF_LEADER = List.of(OPEN, INSTRUCT, DECIDE);

  private final Directory directory;

  TaskLists(Directory directory) {
    this.directory = directory;
  }

  List<TaskList> all() {
    return Stream.concat(
            directory.groups().stream().sorted().flatMap(this::ofGroup),
            directory.accounts().stream()
                .filter(TaskLists::handles)
                .map(account -> TaskList.ofPerson(account.person().id(), CLAIMED)))
        .toList();
  }

  private Stream<TaskList> ofGroup(String group) {
    return shelves(group).stream().map(shelf -> TaskList.ofGroup(group, nameOf(group), shelf));
  }

  private static List<TaskShelf> shelves(String group) {
    if (Groups.ofDepartment(group)) {
      return OF_DEPARTMENT;
    }
    if (Groups.ofHeads(group)) {
      return List.of(EXPLAIN);
    }
    return switch (group) {
      case Groups.OFFICE -> OF_OFFICE;
      case Groups.LEADER -> OF_LEADER;
      default -> List.of();
    };
  }

  private String nameOf(String group) {
    if (Groups.ofDepartment(group)) {
      return directory.nameOf(Groups.codeOf(group));
    }
    return directory.nameOf(Groups.ofHeads(group) ? Groups.holderOf(group) : group);
  }

  private static boolean handles(Account account) {
    Set<String> groups = account.groups();
    return groups.stream().noneMatch(Groups::ofHeads)
        && groups.stream()
            .anyMatch(group -> Groups.ofDepartment(group) || group.equals(Groups.OFFICE));
  }
}
