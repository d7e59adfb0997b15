package org.duban.workflow.task;

import java.sql.SQLException;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.duban.programme.ActRefused;
import org.duban.programme.InvalidSubmission;

/** Tells whose fault it was that a task could not be done: the engine says 500 to all of it. */
public final class TaskFailurePolicy {

  /** Where a task is now. */
  public enum Whereabouts {
    OPEN,
    ENDED,
    NEVER_WAS
  }

  /** What it says of a task that is over. */
  public static final String ENDED = "TaskEnded";

  private TaskFailurePolicy() {}

  /** Empty when it was the server's. */
  public static Optional<TaskFailure> explain(Throwable failure, Whereabouts task) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidSubmission refused) {
        return Optional.of(new TaskFailure(400, "InvalidSubmission", refused.getMessage()));
      }
      if (cause instanceof ActRefused refused) {
        return Optional.of(
            new TaskFailure(refused.notYours() ? 403 : 409, "ActRefused", refused.getMessage()));
      }
      if (cause instanceof OptimisticLockingException || writtenTwice(cause)) {
        return Optional.of(
            new TaskFailure(409, "OptimisticLockingException", "这项任务刚刚已被他人办理,请刷新后再看。"));
      }
      if (cause instanceof TaskAlreadyClaimedException) {
        return Optional.of(
            new TaskFailure(409, "TaskAlreadyClaimedException", "这项任务已被他人认领,请刷新后再看。"));
      }
      if (cause instanceof SuspendedEntityInteractionException) {
        return Optional.of(
            new TaskFailure(409, "SuspendedEntityInteractionException", "这项任务已中止办理,暂不能提交。"));
      }
    }
    return switch (task) {
      case OPEN -> Optional.empty();
      case ENDED -> Optional.of(new TaskFailure(409, ENDED, "这项任务已经办结,不能再次办理。"));
      case NEVER_WAS -> Optional.of(new TaskFailure(404, "NoSuchTask", "没有这项任务。"));
    };
  }

  /** Two did it at the same moment, and both wanted to write what can be there once only. */
  private static boolean writtenTwice(Throwable cause) {
    return cause instanceof SQLException failed && "23505".equals(failed.getSQLState());
  }
}
