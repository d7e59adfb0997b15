package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Shows a person the login page and tells a program to sign in. Browsers are never asked for a
 * Basic password: they would keep it until they are closed.
 */
@Component
class NotSignedIn implements AuthenticationEntryPoint {

  private final Problems problems;
  private final BrowserPage page = new BrowserPage();

  NotSignedIn(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    if (page.matches(request)) {
      response.sendRedirect(request.getContextPath() + "/login");
      return;
    }
    if (reason instanceof TooManyFailures tooMany) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
      problems.write(
          request, response, HttpStatus.TOO_MANY_REQUESTS, "登录过于频繁", tooMany.getMessage());
      return;
    }
    if (request.getHeader("Sec-Fetch-Mode") == null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Duban\", charset=\"UTF-8\"");
    }
    boolean nothingGiven = reason instanceof InsufficientAuthenticationException;
    problems.write(
        request, response, HttpStatus.UNAUTHORIZED, "未登录", nothingGiven ? "请先登录。" : "用户名或密码不正确。");
  }
}
