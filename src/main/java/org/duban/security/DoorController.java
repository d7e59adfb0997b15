package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page, and the way from the front page to where a person's work lies. */
@Controller
class DoorController {

  private final LoginPage page;

  DoorController(LoginPage page) {
    this.page = page;
  }

  @GetMapping("/login")
  void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String notice = "";
    if (request.getParameter("out") != null) {
      notice = LoginPage.note("您已退出登录。", "You have signed out.");
    } else if (request.getParameter("stale") != null) {
      notice = LoginPage.note("登录页面已过期,请重新登录。", "The page was out of date. Please sign in again.");
    }
    page.write(request, response, HttpStatus.OK, "", notice);
  }

  @GetMapping("/")
  String home() {
    return "redirect:" + HomePagePolicy.homeOf(Caller.current());
  }
}
