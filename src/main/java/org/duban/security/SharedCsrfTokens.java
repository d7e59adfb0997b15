package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * One token a session for our pages and the engine's webapps.
 *
 * <p>The webapps keep a token of their own in the session and send it in a cookie of the same name
 * as ours, for the path {@code /camunda} only. Two tokens would shadow each other there, so ours is
 * kept where theirs is looked for, and the cookie is set for both paths.
 */
class SharedCsrfTokens implements CsrfTokenRepository {

  static final String COOKIE = "XSRF-TOKEN";

  private static final String HEADER = "X-XSRF-TOKEN";
  private static final String KEPT_BY_WEBAPPS_AS = "CAMUNDA_CSRF_TOKEN";
  private static final List<String> PATHS = List.of("/", "/camunda");

  private final BytesKeyGenerator random = KeyGenerators.secureRandom(16);

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return token(HexFormat.of().withUpperCase().formatHex(random.generateKey()));
  }

  @Override
  public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token != null) {
      request.getSession().setAttribute(KEPT_BY_WEBAPPS_AS, token.getToken());
      sendCookies(token.getToken(), -1, request, response);
      return;
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(KEPT_BY_WEBAPPS_AS);
    }
    sendCookies("", 0, request, response);
  }

  @Override
  public CsrfToken loadToken(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object kept = session == null ? null : session.getAttribute(KEPT_BY_WEBAPPS_AS);
    return kept == null ? null : token(kept.toString());
  }

  private static CsrfToken token(String value) {
    return new DefaultCsrfToken(HEADER, "_csrf", value);
  }

  private static void sendCookies(
      String value, long seconds, HttpServletRequest request, HttpServletResponse response) {
    for (String path : PATHS) {
      ResponseCookie cookie =
          ResponseCookie.from(COOKIE, value)
              .path(request.getContextPath() + path)
              .maxAge(seconds)
              .secure(request.isSecure())
              .sameSite("Lax")
              .build();
      response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
  }
}
