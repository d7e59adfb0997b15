package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** The routes our controllers answer, so that what does not exist can be told from what is shut. */
@Component
class ApiRoutes {

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  ApiRoutes(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  boolean contain(HttpServletRequest request) {
    boolean parsedHere = !ServletRequestPathUtils.hasParsedRequestPath(request);
    try {
      if (parsedHere) {
        ServletRequestPathUtils.parseAndCache(request);
      }
      return mappings.getObject().getHandler(request) != null;
    } catch (Exception e) {
      boolean answeredAsBadRequest = e instanceof ErrorResponse;
      return !answeredAsBadRequest;
    } finally {
      if (parsedHere) {
        ServletRequestPathUtils.clearParsedRequestPath(request);
      }
    }
  }
}
