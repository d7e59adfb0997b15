package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Shows the login page again with the reason; whether the name or the password was wrong it keeps.
 */
@Component
class LoginFailed implements AuthenticationFailureHandler {

  private final LoginPage page;

  LoginFailed(LoginPage page) {
    this.page = page;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    String user = request.getParameter("username");
    if (reason instanceof TooManyFailures tooMany) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
      page.write(
          request,
          response,
          HttpStatus.TOO_MANY_REQUESTS,
          user,
          LoginPage.error(
              tooMany.getMessage(), "Too many failed attempts. Please wait before you try again."));
      return;
    }
    page.write(
        request,
        response,
        HttpStatus.UNAUTHORIZED,
        user,
        LoginPage.error("用户名或密码不正确,请重新输入。", "User name or password is not right."));
  }
}
