package org.duban.workflow.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.duban.security.Caller;
import org.duban.workflow.command.FailureWitness;
import org.duban.workflow.task.OwnTasks;
import org.duban.workflow.task.TaskFailure;
import org.duban.workflow.task.TaskFailurePolicy;
import org.duban.workflow.task.TaskFailurePolicy.Whereabouts;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Where the engine's REST API answers a server error to what was done with a task, or that it does
 * not find the task, this says what it was: refused, done by another, done before, or never there.
 */
class TaskFailureFilter extends OncePerRequestFilter {

  private static final Pattern TASK_ACT = Pattern.compile(".*/task/([^/]+)/[^/]+/?");

  private final TaskService tasks;
  private final HistoryService history;
  private final OwnTasks own;
  private final ObjectMapper json;

  TaskFailureFilter(TaskService tasks, HistoryService history, OwnTasks own, ObjectMapper json) {
    this.tasks = tasks;
    this.history = history;
    this.own = own;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !TASK_ACT.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    Throwable failure = FailureWitness.seen(request);
    int status = answer.getStatus();
    boolean unclear = status >= 500 || status >= 400 && failure instanceof NotFoundException;
    if (unclear && failure != null) {
      String task = taskIn(request);
      var explained = TaskFailurePolicy.explain(failure, whereaboutsOf(task));
      if (explained.isPresent()) {
        handedOver(explained.get(), task).orElse(explained.get()).answer(answer, json);
      }
    }
    answer.copyBodyToResponse();
  }

  private Optional<TaskFailure> handedOver(TaskFailure failure, String task) {
    return failure.type().equals(TaskFailurePolicy.ENDED)
        ? own.handedOver(task, Caller.current())
            .map(
                sentence -> new TaskFailure(failure.status(), failure.type(), sentence + ",不能再办理。"))
        : Optional.empty();
  }

  private static String taskIn(HttpServletRequest request) {
    Matcher act = TASK_ACT.matcher(request.getRequestURI());
    return act.matches() ? act.group(1) : "";
  }

  private Whereabouts whereaboutsOf(String task) {
    if (tasks.createTaskQuery().taskId(task).count() > 0) {
      return Whereabouts.OPEN;
    }
    return history.createHistoricTaskInstanceQuery().taskId(task).count() > 0
        ? Whereabouts.ENDED
        : Whereabouts.NEVER_WAS;
  }
}
