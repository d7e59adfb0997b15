package org.duban.workflow.command;

import jakarta.servlet.ServletRequest;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Remembers with the request why a command of the engine failed: the REST API tells only a status
 * and a text.
 */
public class FailureWitness extends CommandInterceptor {

  private static final String KEPT_AS = FailureWitness.class.getName();

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException failure) {
      RequestAttributes request = RequestContextHolder.getRequestAttributes();
      if (request != null) {
        request.setAttribute(KEPT_AS, failure, RequestAttributes.SCOPE_REQUEST);
      }
      throw failure;
    }
  }

  /** Null when no command failed in this request. */
  public static Throwable seen(ServletRequest request) {
    return (Throwable) request.getAttribute(KEPT_AS);
  }
}
