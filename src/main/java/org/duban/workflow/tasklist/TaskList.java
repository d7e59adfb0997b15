package org.duban.workflow.tasklist;

import java.util.Set;

/**
 * One list of tasks in Tasklist.
 *
 * @param reader the group, or the person, who alone finds it
 * @param person whether the reader is a person
 * @param groups to which its tasks are offered; empty for what the reader has claimed
 */
record TaskList(String reader, boolean person, String name, TaskShelf shelf, Set<String> groups) {

  static TaskList ofGroup(String group, String groupName, TaskShelf shelf) {
    return new TaskList(group, false, shelf.label() + " · " + groupName, shelf, Set.of(group));
  }

  /** What a person has claimed. */
  static TaskList claimedBy(String userId) {
    return new TaskList(userId, true, TaskShelf.CLAIMED.label(), TaskShelf.CLAIMED, Set.of());
  }

  /**
   * Whatever a person may do.
   *
   * @param posts what the person is, in words
   * @param groups all that the person has today
   */
  static TaskList openTo(String userId, String posts, Set<String> groups) {
    return new TaskList(
        userId, true, TaskShelf.OPEN.label() + " · " + posts, TaskShelf.OPEN, groups);
  }

  /** What the names of all lists on a shelf are like, as the engine asks. */
  static String namedAfter(TaskShelf shelf) {
    return shelf.label() + " · %";
  }

  /** What it is known by, whatever it's called: a group and a person may bear the same id. */
  String key() {
    return (person ? "person/" : "group/") + reader + "/" + shelf;
  }
}
