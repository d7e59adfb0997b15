package org.duban.programme;

import java.util.List;
import org.duban.notice.Flag;
import org.duban.notice.NoticeRefused;
import org.duban.programme.act.DepartmentUnfit;
import org.duban.programme.registration.NoticeTooLarge;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Says why something handed in can't be taken; in Chinese, so it is asked before Spring's own. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

  private final DataSize mostReceived;

  RefusalAdvice(@Value("${spring.servlet.multipart.max-file-size}") DataSize mostReceived) {
    this.mostReceived = mostReceived;
  }

  @ExceptionHandler
  ProblemDetail refused(NoticeRefused refused) {
    return unregistrable(refused.getMessage(), refused.flags());
  }

  @ExceptionHandler
  ProblemDetail notRegistrable(DraftNotRegistrable refused) {
    return unregistrable(refused.getMessage(), refused.flags());
  }

  private static ProblemDetail unregistrable(String sentence, List<Flag> flags) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    problem.setTitle("清单未能立项");
    problem.setProperty("flags", flags);
    return problem;
  }

  @ExceptionHandler
  ProblemDetail revisionRefused(RevisionRefused refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
    problem.setTitle("清单未能修订");
    return problem;
  }

  @ExceptionHandler
  ProblemDetail actRefused(ActRefused refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            refused.notYours() ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT, refused.getMessage());
    problem.setTitle(refused.notYours() ? "无权这样办理" : "现在不能这样办理");
    return problem;
  }

  @ExceptionHandler
  ProblemDetail unfit(DepartmentUnfit refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
    problem.setTitle("单位有误");
    return problem;
  }

  @ExceptionHandler
  ProblemDetail tooLarge(NoticeTooLarge refused) {
    return tooLarge(refused.getMessage());
  }

  @ExceptionHandler
  ProblemDetail tooLarge(MaxUploadSizeExceededException refused) {
    return tooLarge("上传的文件超过 " + mostReceived.toMegabytes() + " MB，未接收。");
  }

  private static ProblemDetail tooLarge(String sentence) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, sentence);
    problem.setTitle("文件过大");
    return problem;
  }

  @ExceptionHandler
  ProblemDetail invalid(InvalidSubmission refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.getMessage());
    problem.setTitle("内容有误");
    return problem;
  }
}
