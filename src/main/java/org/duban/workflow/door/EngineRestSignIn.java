package org.duban.workflow.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.duban.security.Caller;
import org.duban.workflow.people.Tenants;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine's REST API acts as whom our chain let in, and as nobody afterwards. */
class EngineRestSignIn extends OncePerRequestFilter {

  private final IdentityService identities;
  private final Tenants tenants;

  EngineRestSignIn(IdentityService identities, Tenants tenants) {
    this.identities = identities;
    this.tenants = tenants;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller caller = Caller.current();
    identities.clearAuthentication();
    identities.setAuthentication(
        caller.userId(), List.copyOf(caller.groups()), tenants.of(caller.userId()));
    try {
      chain.doFilter(request, response);
    } finally {
      identities.clearAuthentication();
    }
  }
}
