package org.duban.workflow.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.security.Caller;
import org.duban.workflow.door.RestFaultPolicy.Asked;
import org.duban.workflow.task.OwnTasks;
import org.duban.workflow.task.TaskFailure;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Says in Chinese what was wrong with a request to the engine's REST API, as an error of the
 * caller's. What the filters behind it have explained stays as it is, and so does a fault of the
 * server.
 */
class RestFaultFilter extends OncePerRequestFilter {

  private static final Pattern ON_A_TASK = Pattern.compile(".*/task/([^/]+)/[^/]+/?");

  private final OwnTasks own;
  private final ObjectMapper json;

  RestFaultFilter(OwnTasks own, ObjectMapper json) {
    this.own = own;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    RestWitness.Seen seen = RestWitness.seen(request);
    if (seen != null && answer.getStatus() >= 400 && !explained(answer)) {
      Optional<TaskFailure> fault = fault(seen, request, answer.getStatus());
      if (fault.isPresent()) {
        answer(answer, fault.get());
      }
    }
    answer.copyBodyToResponse();
  }

  private Optional<TaskFailure> fault(
      RestWitness.Seen seen, HttpServletRequest request, int status) {
    Matcher task = ON_A_TASK.matcher(request.getRequestURI());
    boolean act = request.getMethod().equals("POST") && task.matches();
    if (act && status == HttpServletResponse.SC_FORBIDDEN) {
      String sentence = own.whose(task.group(1), Caller.current());
      return Optional.of(new TaskFailure(status, "AuthorizationException", sentence));
    }
    return RestFaultPolicy.explain(
        seen.failure(), new Asked(request.getMethod(), seen.byId(), act, status));
  }

  private boolean explained(ContentCachingResponseWrapper answer) throws IOException {
    return read(answer).path("message").asText().endsWith(RestFaultPolicy.END);
  }

  /** The webapps show more of some answers than the sentence, so the rest of them is kept. */
  private void answer(ContentCachingResponseWrapper answer, TaskFailure fault) throws IOException {
    if (fault.status() == answer.getStatus() && read(answer) instanceof ObjectNode full) {
      full.put("type", fault.type()).put("message", fault.message());
      answer.resetBuffer();
      answer.getOutputStream().write(json.writeValueAsBytes(full));
    } else {
      fault.answer(answer, json);
    }
  }

  private JsonNode read(ContentCachingResponseWrapper answer) throws IOException {
    String type = String.valueOf(answer.getContentType());
    return type.startsWith("application/json")
        ? json.readTree(answer.getContentAsByteArray())
        : json.missingNode();
  }
}
