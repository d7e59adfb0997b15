package org.duban.workflow;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Somebody completed a task at the very moment at which a revision would have moved it. */
@RestControllerAdvice
class BusyProcess {

  @ExceptionHandler
  ProblemDetail overtaken(OptimisticLockingException overtaken) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "同一时刻有人正在办理其中的事项，本次修订未生效，请重新提交。");
    problem.setTitle("请重试");
    return problem;
  }
}
