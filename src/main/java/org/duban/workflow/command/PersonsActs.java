package org.duban.workflow.command;

import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.duban.programme.InvalidSubmission;
import org.springframework.beans.DirectFieldAccessor;

/**
 * How a person moves a process, whatever door the request came through: by completing a task with
 * what {@link TaskVariables} accepts, and in no other way. Any other command of a person that would
 * write a variable or move an execution is undone, whether or not we know it.
 *
 * <p>The program's own acts go on: those that nobody is signed in for, and those that follow from a
 * person's act within it.
 */
class PersonsActs extends CommandInterceptor {

  private final ThreadLocal<Boolean> within = ThreadLocal.withInitial(() -> false);

  @Override
  public <T> T execute(Command<T> command) {
    CommandContext context = Context.getCommandContext();
    if (within.get() || context.getAuthenticatedUserId() == null) {
      return next.execute(command);
    }
    within.set(true);
    try {
      return execute(command, context);
    } finally {
      within.remove();
    }
  }

  private <T> T execute(Command<T> command, CommandContext context) {
    if (command instanceof ResolveTaskCmd) {
      refuse(command, context, "任务只能办理完成，不能以 resolve 交回。");
    } else if (command instanceof CompleteTaskCmd) {
      check(command, "variables", context);
      return next.execute(command);
    } else if (command instanceof SubmitTaskFormCmd) {
      check(command, "properties", context);
      return next.execute(command);
    }
    T answer = next.execute(command);
    if (context.getDbEntityManager().getDbEntityCache().getCachedEntities().stream()
        .anyMatch(PersonsActs::movesAProcess)) {
      throw new InvalidSubmission("流程只能通过办理任务推进，不能直接改动流程及其变量。");
    }
    return answer;
  }

  private static void check(Command<?> command, String handedIn, CommandContext context) {
    TaskEntity task = task(command, context);
    if (task != null && task.getProcessDefinition() != null) {
      TaskVariables.refusal(
              task.getProcessDefinition().getKey(),
              task.getTaskDefinitionKey(),
              values(command, handedIn))
          .ifPresent(sentence -> refuse(command, context, sentence));
    }
  }

  /** Who may not work on the task hears that from the engine, and no more; so does who is late. */
  private static void refuse(Command<?> command, CommandContext context, String sentence) {
    TaskEntity task = task(command, context);
    if (task != null) {
      for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
        checker.checkTaskWork(task);
      }
      throw new InvalidSubmission(sentence);
    }
  }

  /** Null when there is no such task, or no longer. */
  private static TaskEntity task(Command<?> command, CommandContext context) {
    String id = (String) new DirectFieldAccessor(command).getPropertyValue("taskId");
    return id == null ? null : context.getTaskManager().findTaskById(id);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> values(Command<?> command, String field) {
    Object values = new DirectFieldAccessor(command).getPropertyValue(field);
    return values == null ? Map.of() : (Map<String, Object>) values;
  }

  private static boolean movesAProcess(CachedDbEntity cached) {
    boolean ofAProcess =
        cached.getEntity() instanceof VariableInstanceEntity
            || cached.getEntity() instanceof ExecutionEntity;
    return ofAProcess
        && switch (cached.getEntityState()) {
          case TRANSIENT, DELETED_PERSISTENT, DELETED_MERGED -> true;
          case PERSISTENT, MERGED -> cached.isDirty();
          case DELETED_TRANSIENT -> false;
        };
  }
}
