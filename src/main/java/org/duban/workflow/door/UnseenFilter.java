package org.duban.workflow.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.query.Query;
import org.duban.security.Caller;
import org.duban.workflow.command.FailureWitness;
import org.duban.workflow.people.InTheName;
import org.duban.workflow.task.TaskFailure;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Where the engine's REST API forbids what was asked of one task, process instance or execution
 * that the caller can't see at all, or fails when it is read, this says that it isn't there, as the
 * engine says of the thing itself: to be forbidden is to be told that the id is one.
 */
class UnseenFilter extends OncePerRequestFilter {

  private static final Pattern PART_OF_ONE =
      Pattern.compile(".*/(task|process-instance|execution)/(?!report/)([^/]+)/.+");

  private static final TaskFailure NONE = new TaskFailure(404, "NotFound", "没有这项内容。");

  private final ProcessEngine engine;
  private final InTheName inTheName;
  private final ObjectMapper json;

  UnseenFilter(ProcessEngine engine, InTheName inTheName, ObjectMapper json) {
    this.engine = engine;
    this.inTheName = inTheName;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !PART_OF_ONE.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    Matcher part = PART_OF_ONE.matcher(request.getRequestURI());
    if ((forbidden(request, answer) || unread(request, answer))
        && part.matches()
        && !sees(Caller.current(), part.group(1), part.group(2))) {
      NONE.answer(answer, json);
    }
    answer.copyBodyToResponse();
  }

  private static boolean forbidden(HttpServletRequest request, HttpServletResponse answer) {
    return answer.getStatus() == HttpServletResponse.SC_FORBIDDEN
        && FailureWitness.seen(request) instanceof AuthorizationException;
  }

  private static boolean unread(HttpServletRequest request, HttpServletResponse answer) {
    int status = answer.getStatus();
    return request.getMethod().equals("GET")
        && (status == HttpServletResponse.SC_BAD_REQUEST || status >= 500);
  }

  private boolean sees(Caller caller, String kind, String id) {
    return inTheName.of(caller, () -> one(kind, id).count() > 0);
  }

  private Query<?, ?> one(String kind, String id) {
    return switch (kind) {
      case "task" -> engine.getTaskService().createTaskQuery().taskId(id);
      case "execution" -> engine.getRuntimeService().createExecutionQuery().executionId(id);
      default -> engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(id);
    };
  }
}
