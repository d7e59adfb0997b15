package org.duban.programme.registration;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why something can't be done with a draft. */
@RestControllerAdvice
class DraftRefusalAdvice {

  @ExceptionHandler
  ProblemDetail refused(DraftRefused refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            refused.notYours() ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT, refused.getMessage());
    problem.setTitle(refused.notYours() ? "无权办理此草稿" : "草稿现在不能这样办理");
    return problem;
  }
}
