package org.duban.workflow.door;

import jakarta.servlet.ServletRequest;
import java.util.HashSet;
import java.util.Set;
import org.glassfish.jersey.server.internal.process.MappableException;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Remembers with the request what the REST API itself failed of, before it makes a status and a
 * text of it: much of what is wrong with a request never comes to the engine.
 */
class RestWitness implements ApplicationEventListener, RequestEventListener {

  /** In the paths of all faces. */
  private static final String ENGINE_NAME = "name";

  private static final String KEPT_AS = RestWitness.class.getName();

  /**
   * @param byId whether one thing was asked for
   */
  record Seen(Throwable failure, boolean byId) {}

  /** Null when nothing failed in this request. */
  static Seen seen(ServletRequest request) {
    return (Seen) request.getAttribute(KEPT_AS);
  }

  @Override
  public void onEvent(ApplicationEvent event) {
    // Only requests matter.
  }

  @Override
  public RequestEventListener onRequest(RequestEvent event) {
    return this;
  }

  @Override
  public void onEvent(RequestEvent event) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (event.getType() == RequestEvent.Type.ON_EXCEPTION && request != null) {
      Throwable failure = event.getException();
      Throwable own = failure instanceof MappableException ? failure.getCause() : failure;
      Set<String> parts = new HashSet<>(event.getUriInfo().getPathParameters().keySet());
      parts.remove(ENGINE_NAME);
      request.setAttribute(
          KEPT_AS, new Seen(own, !parts.isEmpty()), RequestAttributes.SCOPE_REQUEST);
    }
  }
}
