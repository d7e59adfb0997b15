package org.duban.workflow;

/** A task that could not be completed; the message says why, in Chinese. */
class TaskNotDone extends RuntimeException {

  TaskNotDone(String why) {
    super(why);
  }
}
