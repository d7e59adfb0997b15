package org.duban.workflow.tasklist;

import static org.duban.workflow.tasklist.TaskShelf.CLOSE;
import static org.duban.workflow.tasklist.TaskShelf.DECIDE;
import static org.duban.workflow.tasklist.TaskShelf.ENDORSE;
import static org.duban.workflow.tasklist.TaskShelf.EXPLAIN;
import static org.duban.workflow.tasklist.TaskShelf.INSTRUCT;
import static org.duban.workflow.tasklist.TaskShelf.OVERDUE;
import static org.duban.workflow.tasklist.TaskShelf.REPORT;
import static org.duban.workflow.tasklist.TaskShelf.REVIEW;
import static org.duban.workflow.tasklist.TaskShelf.SIGN_OFF;
import static org.duban.workflow.tasklist.TaskShelf.THIS_WEEK;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.duban.directory.Account;
import org.duban.directory.Directory;
import org.duban.workflow.people.Groups;
import org.duban.workflow.people.LentGroups;
import org.springframework.stereotype.Component;

/**
 * Who finds which lists in Tasklist. Everyone has one of their own that holds whatever they may do
 * today, in all their posts and for those they stand in for; Tasklist opens it first and counts it.
 * Whoever has one post finds six at most, since Tasklist asks for each anew all the time: a handler
 * has what they claimed, a head what is to be explained instead.
 */
@Component
class TaskLists {

  private static final List<TaskShelf> OF_DEPARTMENT =
      List.of(REPORT, SIGN_OFF, THIS_WEEK, OVERDUE);
  private static final List<TaskShelf> OF_OFFICE = List.of(REVIEW, ENDORSE, CLOSE, OVERDUE);
  private static final List<TaskShelf> OF_LEADER = List.of(INSTRUCT, DECIDE);

  private static final int MOST_POSTS_NAMED = 2;

  private final Directory directory;
  private final LentGroups lentGroups;

  TaskLists(Directory directory, LentGroups lentGroups) {
    this.directory = directory;
    this.lentGroups = lentGroups;
  }

  List<TaskList> all() {
    return Stream.of(
            directory.groups().stream().sorted().flatMap(this::ofGroup),
            ofEveryone(),
            directory.accounts().stream()
                .filter(TaskLists::handles)
                .map(account -> TaskList.claimedBy(account.person().id())))
        .flatMap(same -> same)
        .toList();
  }

  /** The lists of whatever a person may do, one for each who has tasks at all. */
  Stream<TaskList> ofEveryone() {
    Map<String, Set<String>> lent = lentGroups.all();
    return directory.accounts().stream()
        .filter(account -> account.groups().stream().anyMatch(TaskLists::works))
        .map(account -> open(account, lent.getOrDefault(account.person().id(), Set.of())));
  }

  private TaskList open(Account account, Set<String> lent) {
    Set<String> groups = new TreeSet<>(account.groups());
    groups.addAll(lent);
    groups.removeIf(group -> !works(group));
    return TaskList.openTo(account.person().id(), posts(account), groups);
  }

  private String posts(Account account) {
    List<String> names =
        account.groups().stream()
            .filter(TaskLists::works)
            .sorted()
            .map(this::nameOf)
            .distinct()
            .toList();
    return names.size() > MOST_POSTS_NAMED
        ? names.get(0) + "等 " + names.size() + " 个单位"
        : String.join("、", names);
  }

  /** Whether tasks are offered to such a group. */
  private static boolean works(String group) {
    return Groups.ofDepartment(group)
        || Groups.ofHeads(group)
        || group.equals(Groups.OFFICE)
        || group.equals(Groups.LEADER);
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
