package org.duban.workflow.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.security.Caller;
import org.duban.worksheet.Answer;
import org.duban.worksheet.WorksheetRefused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The caller's open tasks in Excel: downloaded, filled in, handed in again. */
@RestController
@RequestMapping("/api/v1/work.xlsx")
class WorkController {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /**
   * @param row in the file, counted from 1
   * @param reason why it wasn't done, null when it was
   */
  record Row(String sheet, int row, String item, String reason) {

    static Row of(Answer answer, String reason) {
      return new Row(answer.kind().sheet(), answer.row(), answer.item(), reason);
    }
  }

  /**
   * @param file what is open now, with the refused rows marked, in base 64; null when none was
   *     refused
   */
  record Result(List<Row> done, List<Row> refused, byte[] file) {

    static Result of(WorkDesk.Outcome outcome) {
      return new Result(
          outcome.done().stream().map(answer -> Row.of(answer, null)).toList(),
          outcome.refused().stream().map(one -> Row.of(one.answer(), one.reason())).toList(),
          outcome.file());
    }
  }

  private final WorkDesk desk;

  WorkController(WorkDesk desk) {
    this.desk = desk;
  }

  @GetMapping(produces = XLSX)
  ResponseEntity<byte[]> download() {
    Caller caller = Caller.current();
    ContentDisposition disposition =
        ContentDisposition.attachment()
            .filename(desk.title(caller) + ".xlsx", StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .contentType(MediaType.parseMediaType(XLSX))
        .body(desk.file(caller));
  }

  /** Each task that was filled in is done or refused for itself. */
  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Result upload(@RequestParam MultipartFile file) throws IOException {
    return Result.of(desk.take(file.getBytes(), Caller.current()));
  }

  @ExceptionHandler
  ProblemDetail refused(WorksheetRefused refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
    problem.setTitle("文件未能读取");
    return problem;
  }
}
