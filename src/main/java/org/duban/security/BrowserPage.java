package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** A person opens a page, as opposed to a script or a program that asks for data. */
class BrowserPage implements RequestMatcher {

  @Override
  public boolean matches(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    String mode = request.getHeader("Sec-Fetch-Mode");
    return request.getMethod().equals("GET")
        && accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && (mode == null || mode.equals("navigate"))
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
  }
}
