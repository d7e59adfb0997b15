package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** A page goes back to the door; the webapps' script gets the empty answer it expects. */
class LogoutSucceeded implements LogoutSuccessHandler {

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (RequestPaths.decoded(request).startsWith("/camunda/")) {
      response.setStatus(HttpStatus.OK.value());
    } else {
      response.sendRedirect(request.getContextPath() + "/login?out");
    }
  }
}
