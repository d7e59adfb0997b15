package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Tells who is signed in that this is not theirs to do. */
@Component
class NotAllowed implements AccessDeniedHandler {

  private final Problems problems;
  private final LoginPage pages;
  private final BrowserPage page = new BrowserPage();

  NotAllowed(Problems problems, LoginPage pages) {
    this.problems = problems;
    this.pages = pages;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException {
    if (reason instanceof CsrfException) {
      refuseForgery(request, response);
    } else if (page.matches(request)) {
      pages.writeForbidden(request, response);
    } else {
      problems.write(
          request, response, HttpStatus.FORBIDDEN, "无权操作", "您的账号没有进行此项操作的权限,如有需要请联系系统管理员。");
    }
  }

  private void refuseForgery(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean loginForm = RequestPaths.decoded(request).equals("/login");
    if (loginForm) {
      response.sendRedirect(request.getContextPath() + "/login?stale");
      return;
    }
    problems.write(
        request,
        response,
        HttpStatus.FORBIDDEN,
        "请求未通过校验",
        "请求缺少有效的防伪令牌(X-XSRF-TOKEN),页面可能已过期,请刷新后重试。");
  }
}
