package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Where a token is asked for: wherever a browser's session could be made to change something. A
 * foreign page cannot add an {@code Authorization} header. The webapps check their own services;
 * their log-out route ends our session too, so it is checked here.
 */
class CsrfScope implements RequestMatcher {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Pattern ALWAYS =
      Pattern.compile("/login|/logout|/camunda/api/admin/auth/user/[^/]+/logout");

  @Override
  public boolean matches(HttpServletRequest request) {
    String path = RequestPaths.decoded(request);
    if (READING.contains(request.getMethod())) {
      return false;
    }
    if (ALWAYS.matcher(path).matches()) {
      return true;
    }
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && request.getSession(false) != null
        && !path.startsWith("/camunda/");
  }
}
