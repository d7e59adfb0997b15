package org.duban.workflow.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The simulated time, for demonstrations only. */
@RestController
@RequestMapping("/api/v1/clock")
@Profile({"demo", "test"})
class ClockController {

  /**
   * @param now ISO date and time; without an offset it's in the office's zone
   */
  record Time(String now) {}

  record Now(Instant now) {}

  private final EngineClock clock;

  ClockController(EngineClock clock) {
    this.clock = clock;
  }

  @GetMapping
  Now now() {
    return new Now(clock.clock().instant());
  }

  /** Forward only; answers when everything that became due on the way has run. */
  @PostMapping
  Now move(@RequestBody Time target) {
    clock.moveTo(parse(target.now()));
    return now();
  }

  private Instant parse(String text) {
    String given = text == null ? "" : text.strip().replace(' ', 'T');
    try {
      return OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeParseException notWithOffset) {
      try {
        return LocalDateTime.parse(given).atZone(clock.clock().getZone()).toInstant();
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("时间应写成 2021-07-01T09:00:00+08:00 的形式。", e);
      }
    }
  }

  @ExceptionHandler
  ProblemDetail refused(IllegalArgumentException refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.getMessage());
    problem.setTitle("时间有误");
    return problem;
  }
}
