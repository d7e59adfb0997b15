package org.duban.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only paths in that every reader reads alike. It stands before the chain of rules, as some
 * odd forms make the chain itself fail.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class PlainPaths extends OncePerRequestFilter {

  private final MalformedRequests malformed;

  PlainPaths(MalformedRequests malformed) {
    this.malformed = malformed;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (RequestPaths.odd(request)) {
      malformed.refuse(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
