package org.duban.workflow.task;

/** A task that could not be completed; the message says why, in Chinese. */
public class TaskNotDone extends RuntimeException {

  TaskNotDone(String why) {
    super(why);
  }
}
