package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers every request that isn't as it should be: whoever asked for a page gets a page, a program
 * gets problem details. It comes before all others, so no controller can forget it.
 */
@Component
class RequestFaults implements HandlerExceptionResolver, Ordered {

  private final Problems problems;
  private final DataSize mostReceived;

  RequestFaults(
      Problems problems,
      @Value("${spring.servlet.multipart.max-file-size}") DataSize mostReceived) {
    this.problems = problems;
    this.mostReceived = mostReceived;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public ModelAndView resolveException(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
    Optional<RequestFault> fault = RequestFault.of(failure, mostReceived);
    if (page(handler)) {
      return fault.or(() -> said(failure)).map(RequestFaults::page).orElse(null);
    }
    if (fault.isEmpty() || !program(request, handler) || saidByTheController(failure)) {
      return null;
    }
    write(request, response, fault.get(), failure);
    return new ModelAndView();
  }

  private static boolean page(Object handler) {
    return handler instanceof HandlerMethod method && !answersPrograms(method);
  }

  private static boolean answersPrograms(HandlerMethod method) {
    return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class)
        || method.hasMethodAnnotation(ResponseBody.class);
  }

  /** What fits no method of a controller came with none, and is known by its path alone. */
  private static boolean program(HttpServletRequest request, Object handler) {
    return handler instanceof HandlerMethod || RequestPaths.decoded(request).startsWith("/api/");
  }

  /** Each controller says itself how large its files may be. */
  private static boolean saidByTheController(Exception failure) {
    return RequestFault.tooLarge(failure);
  }

  private static Optional<RequestFault> said(Exception failure) {
    return failure instanceof ResponseStatusException refused && refused.getReason() != null
        ? Optional.of(new RequestFault(refused.getStatusCode(), refused.getReason()))
        : Optional.empty();
  }

  private static ModelAndView page(RequestFault fault) {
    return new ModelAndView(
        "error",
        Map.of("status", fault.status().value(), "message", fault.sentence()),
        fault.status());
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      RequestFault fault,
      Exception failure) {
    if (failure instanceof ErrorResponse answer) {
      answer
          .getHeaders()
          .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }
    try {
      problems.write(
          request, response, HttpStatus.valueOf(fault.status().value()), "请求有误", fault.sentence());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
