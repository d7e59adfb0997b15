package org.duban.workflow.command;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Completes a task once more when something else moved the same process at the same moment, as
 * another department's completion or the office's reassignment: the engine lets one of them win,
 * and neither did anything wrong. The same task completed by two, or taken away meanwhile, stays
 * so, since the second try doesn't find it any more.
 */
class CompletionRetry extends CommandInterceptor {

  /** More than the departments that sign one report off in the same moment, for all we know. */
  private static final int TRIES = 30;

  /**
   * An execution whose parent is gone: what the engine says instead of a lost lock when the tree
   * changed between two of its reads.
   */
  private static final String PARENT_GONE = "ENGINE-03077";

  @Override
  public <T> T execute(Command<T> command) {
    if (!repeatable(command)) {
      return next.execute(command);
    }
    for (int tried = 1; ; tried++) {
      try {
        return next.execute(command);
      } catch (ProcessEngineException failed) {
        if (tried == TRIES || !lost(failed)) {
          throw failed;
        }
      }
    }
  }

  /** A row that another one points to is refused by the database where the engine deletes it. */
  private static boolean lost(Throwable failed) {
    return failed instanceof OptimisticLockingException
        || failed instanceof ProcessEnginePersistenceException
        || failed instanceof ProcessEngineException
            && failed.getMessage() != null
            && failed.getMessage().startsWith(PARENT_GONE)
        || failed.getCause() != null && lost(failed.getCause());
  }

  /** Within somebody's transaction only that somebody can try again. */
  private static boolean repeatable(Command<?> command) {
    return (command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd)
        && !TransactionSynchronizationManager.isActualTransactionActive();
  }
}
