package org.duban.workflow.door;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.duban.security.Caller;
import org.duban.workflow.people.Tenants;

/**
 * Makes the webapps take whom our chain let in, whoever an earlier request left in the session. The
 * webapps themselves look up groups and tenants again with each request, as their cache is off.
 */
class WebappSignIn extends ContainerBasedAuthenticationFilter {

  private final ProcessEngine engine;
  private final Tenants tenants;

  WebappSignIn(ProcessEngine engine, Tenants tenants) {
    this.engine = engine;
    this.tenants = tenants;
  }

  @Override
  public void init(FilterConfig config) {
    authenticationProvider = new SignedInCaller();
  }

  /** One engine serves all, so every request is signed in to it, however its path is written. */
  @Override
  protected String extractEngineName(HttpServletRequest request) {
    return engine.getName();
  }

  private class SignedInCaller implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(
        HttpServletRequest request, ProcessEngine engine) {
      Caller caller = Caller.current();
      if (caller.userId().isEmpty()) {
        return AuthenticationResult.unsuccessful();
      }
      AuthenticationResult result = AuthenticationResult.successful(caller.userId());
      result.setGroups(List.copyOf(caller.groups()));
      result.setTenants(tenants.of(caller.userId()));
      return result;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(
        HttpServletResponse response, ProcessEngine engine) {
      response.setHeader("Cache-Control", "no-store");
    }
  }
}
