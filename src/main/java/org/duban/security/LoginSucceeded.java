package org.duban.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.RequestCache;

/** Takes a person to the page asked for before signing in, or else to where their work lies. */
class LoginSucceeded extends SavedRequestAwareAuthenticationSuccessHandler {

  LoginSucceeded(RequestCache asked) {
    setRequestCache(asked);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    sendNewToken(request);
    super.onAuthenticationSuccess(request, response, authentication);
  }

  private static void sendNewToken(HttpServletRequest request) {
    ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
  }

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    return HomePagePolicy.homeOf(Caller.of(authentication));
  }
}
