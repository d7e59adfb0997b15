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
import org.springframework.web.util.HtmlUtils;

/** A page of this module as its file has it, filled in for the person who asks for it. */
public final class PageTemplate {

  /** Nothing but our own files, and no script or style inside the page. */
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final String text;

  public PageTemplate(String file) {
    try {
      text =
          new ClassPathResource(file, PageTemplate.class)
              .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ResponseEntity<String> answer(HttpServletRequest request) {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    Caller caller = Caller.current();
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", CONTENT_POLICY)
        .body(
            text.replace("{{base}}", request.getContextPath())
                .replace("{{csrf}}", token.getToken())
                .replace("{{heads}}", HtmlUtils.htmlEscape(String.join(" ", caller.headOf())))
                .replace("{{user}}", HtmlUtils.htmlEscape(caller.userId())));
  }
}
