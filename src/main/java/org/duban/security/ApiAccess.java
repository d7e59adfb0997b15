package org.duban.security;

import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Asks {@link ApiAccessPolicy}, but lets a signed-in caller through to the 404 where no route is.
 */
@Component
class ApiAccess implements AuthorizationManager<RequestAuthorizationContext> {

  private final ApiRoutes routes;

  ApiAccess(ApiRoutes routes) {
    this.routes = routes;
  }

  @Override
  public AuthorizationDecision check(
      Supplier<Authentication> authentication, RequestAuthorizationContext context) {
    Caller caller = Caller.of(authentication.get());
    var request = context.getRequest();
    boolean granted =
        caller.signedIn()
            && (ApiAccessPolicy.allows(request.getMethod(), RequestPaths.decoded(request), caller)
                || !routes.contain(request));
    return new AuthorizationDecision(granted);
  }
}
