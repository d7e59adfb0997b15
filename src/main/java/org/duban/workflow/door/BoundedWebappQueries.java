package org.duban.workflow.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cockpit asks for all versions of a definition without a limit, which the engine refuses where
 * queries are bounded. This adds the limit.
 */
class BoundedWebappQueries extends OncePerRequestFilter {

  private static final Pattern DEFINITIONS =
      Pattern.compile("/camunda/api/engine/engine/[^/]+/(process|decision)-definition");

  private final int limit;

  BoundedWebappQueries(int limit) {
    this.limit = limit;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String query = request.getQueryString();
    return !request.getMethod().equals("GET")
        || !DEFINITIONS.matcher(request.getRequestURI()).matches()
        || query != null && query.contains("maxResults=");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = request.getQueryString();
    String bounded = (query == null ? "" : query + "&") + "maxResults=" + limit;
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public String getQueryString() {
            return bounded;
          }
        },
        response);
  }
}
