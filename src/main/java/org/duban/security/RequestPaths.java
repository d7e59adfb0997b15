package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** The path of a request as the rules read it. */
final class RequestPaths {

  private static final Pattern ODD =
      Pattern.compile(
          ";|//|\\\\|/\\.{1,2}(/|$)|%(25|2f|5c|3b|00|2e|2d|5f|7e|3[0-9]|4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])",
          Pattern.CASE_INSENSITIVE);

  private RequestPaths() {}

  /** Without the context path, decoded once. */
  static String decoded(HttpServletRequest request) {
    return UriUtils.decode(raw(request), StandardCharsets.UTF_8);
  }

  /**
   * True where two readers of the path might not agree on what it names: letters, digits, dots and
   * slashes written as {@code %xx}, empty or dotted segments, path parameters.
   */
  static boolean odd(HttpServletRequest request) {
    return ODD.matcher(raw(request)).find();
  }

  private static String raw(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
