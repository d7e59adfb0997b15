package org.duban.oversight;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A reader who asks for what isn't there gets a page, not the details that a program gets. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(
    assignableTypes = {
      BoardPageController.class,
      LadderPageController.class,
      ProjectPageController.class
    })
class ReaderPages {

  @ExceptionHandler
  ModelAndView notThere(ResponseStatusException refused) {
    return new ModelAndView(
        "error",
        Map.of("status", refused.getStatusCode().value(), "message", refused.getReason()),
        refused.getStatusCode());
  }
}
