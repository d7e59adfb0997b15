package org.duban.workflow.command;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Completes a task once more when another department completed a task of the same milestone at the
 * same moment: the engine lets one of them win, and neither did anything wrong. The same task
 * completed by two stays with the first, since the second try doesn't find it any more.
 */
class CompletionRetry extends CommandInterceptor {

  /** More than the departments that sign one report off in the same moment, for all we know. */
  private static final int TRIES = 30;

  @Override
  public <T> T execute(Command<T> command) {
    if (!repeatable(command)) {
      return next.execute(command);
    }
    for (int tried = 1; ; tried++) {
      try {
        return next.execute(command);
      } catch (OptimisticLockingException lost) {
        if (tried == TRIES) {
          throw lost;
        }
      }
    }
  }

  /** Within somebody's transaction only that somebody can try again. */
  private static boolean repeatable(Command<?> command) {
    return (command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd)
        && !TransactionSynchronizationManager.isActualTransactionActive();
  }
}
