package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The page at the door, and the one that says that a page is not for its reader. */
@Component
class LoginPage {

  private final String login = read("login.html");
  private final String forbidden = read("forbidden.html");

  /**
   * @param user the name typed before, shown again
   * @param notice an HTML fragment of ours above the form, or empty
   */
  void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String user,
      String notice)
      throws IOException {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    send(
        response,
        status,
        login
            .replace("{{base}}", request.getContextPath())
            .replace("{{notice}}", notice)
            .replace("{{csrf}}", token.getToken())
            .replace("{{user}}", HtmlUtils.htmlEscape(user == null ? "" : user)));
  }

  void writeForbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    send(
        response,
        HttpStatus.FORBIDDEN,
        forbidden
            .replace("{{base}}", request.getContextPath())
            .replace("{{csrf}}", token.getToken())
            .replace("{{user}}", HtmlUtils.htmlEscape(Caller.current().userId())));
  }

  static String error(String chinese, String english) {
    return "<p class=\"error\" role=\"alert\">%s<br><span lang=\"en\">%s</span></p>"
        .formatted(HtmlUtils.htmlEscape(chinese), HtmlUtils.htmlEscape(english));
  }

  static String note(String chinese, String english) {
    return "<p class=\"note\" role=\"status\">%s<br><span lang=\"en\">%s</span></p>"
        .formatted(HtmlUtils.htmlEscape(chinese), HtmlUtils.htmlEscape(english));
  }

  private static void send(HttpServletResponse response, HttpStatus status, String page)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(String name) {
    try {
      return new ClassPathResource(name, LoginPage.class)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
