package org.duban.programme;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.duban.security.Caller;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/** The page on which the office reads, corrects and registers a list. */
@Controller
class DraftPageController {

  /** Nothing but our own files, and no script or style inside the page. */
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final String page = read();

  @GetMapping("/programmes/new")
  ResponseEntity<String> page(HttpServletRequest request) {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", CONTENT_POLICY)
        .body(
            page.replace("{{base}}", request.getContextPath())
                .replace("{{csrf}}", token.getToken())
                .replace("{{user}}", HtmlUtils.htmlEscape(Caller.current().userId())));
  }

  private static String read() {
    try {
      return new ClassPathResource("new.html", DraftPageController.class)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
