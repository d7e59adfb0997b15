package org.duban.security;

import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Asks {@link EngineAccessPolicy} for both faces of the engine. */
@Component
class EngineAccess implements AuthorizationManager<RequestAuthorizationContext> {

  @Override
  public AuthorizationDecision check(
      Supplier<Authentication> authentication, RequestAuthorizationContext context) {
    var request = context.getRequest();
    return new AuthorizationDecision(
        EngineAccessPolicy.allows(
            request.getMethod(),
            EngineRoute.of(RequestPaths.decoded(request)),
            Caller.of(authentication.get())));
  }
}
