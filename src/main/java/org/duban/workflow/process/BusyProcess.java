package org.duban.workflow.process;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A process that can't be changed at the moment; nothing was done then. */
@RestControllerAdvice
class BusyProcess {

  /** Somebody completed a task at the very moment at which it would have been moved. */
  @ExceptionHandler({OptimisticLockingException.class, PessimisticLockingFailureException.class})
  ProblemDetail overtaken() {
    return conflict("请重试", "同一时刻有人正在办理其中的事项，本次操作未生效，请重新提交。");
  }

  /** An administrator halted it. */
  @ExceptionHandler({
    SuspendedEntityInteractionException.class,
    MismatchingMessageCorrelationException.class
  })
  ProblemDetail halted() {
    return conflict("流程已停", "其中的流程已被管理员停止，本次操作未生效；请管理员恢复流程后重新提交。");
  }

  private static ProblemDetail conflict(String title, String sentence) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, sentence);
    problem.setTitle(title);
    return problem;
  }
}
