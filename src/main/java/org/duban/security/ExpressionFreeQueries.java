package org.duban.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses expressions in what is sent to the engine (CVE-2026-109432), on every face of its REST
 * API. A body must be JSON of at most {@value #LARGEST_BODY} bytes.
 */
class ExpressionFreeQueries extends OncePerRequestFilter {

  private static final int LARGEST_BODY = 1 << 20;
  private static final Pattern ENGINE = Pattern.compile("/(engine-rest|camunda/api)(/.*)?");

  private final Problems problems;

  ExpressionFreeQueries(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ENGINE.matcher(RequestPaths.decoded(request)).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "请求内容过大,最多 1 MB。");
    } else if (body.length > 0 && !isJson(request)) {
      refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "此接口只接受 JSON 内容。");
    } else if (body.length > 0 && ExpressionPolicy.saysTwice(body)) {
      refuse(request, response, HttpStatus.BAD_REQUEST, "请求内容有误：同一字段出现了不止一次。");
    } else if (hasExpression(request, body)) {
      refuse(request, response, HttpStatus.BAD_REQUEST, "查询条件中不允许使用表达式(以 Expression 结尾的参数)。");
    } else {
      chain.doFilter(body.length == 0 ? request : new BodyReadBefore(request, body), response);
    }
  }

  private static boolean hasExpression(HttpServletRequest request, byte[] body) {
    try {
      return ExpressionPolicy.foundInQuery(request.getQueryString())
          || body.length > 0 && ExpressionPolicy.foundInJson(body);
    } catch (IOException | IllegalArgumentException unreadableToTheEngineToo) {
      return false;
    }
  }

  private static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    return StringUtils.hasText(type)
        && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String sentence)
      throws IOException {
    problems.write(request, response, status, "请求未予处理", sentence);
  }
}
