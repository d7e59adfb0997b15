package org.duban.workflow;

/**
 * One list of tasks in Tasklist.
 *
 * @param reader the group, or the person, who alone finds it
 * @param person whether the reader is a person
 */
record TaskList(String reader, boolean person, String name, TaskShelf shelf) {

  static TaskList ofGroup(String group, String groupName, TaskShelf shelf) {
    return new TaskList(group, false, shelf.label() + " · " + groupName, shelf);
  }

  static TaskList ofPerson(String userId, TaskShelf shelf) {
    return new TaskList(userId, true, shelf.label(), shelf);
  }

  /** What it is known by, whatever it's called: a group and a person may bear the same id. */
  String key() {
    return (person ? "person/" : "group/") + reader + "/" + shelf;
  }
}
