package org.duban.notification;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What was told to whom. The office and the leaders see all, others what they were told. Who keeps
 * the system running sees the dead letters, without their text.
 */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationsController {

  enum State {
    QUEUED,
    SENT,
    DEAD,
    WITHDRAWN
  }

  record Row(
      long id,
      String milestone,
      String kind,
      String recipient,
      String channel,
      String message,
      State state,
      int attempts,
      Instant createdAt,
      Instant nextAttemptAt,
      Instant sentAt,
      Long digestId,
      String lastError) {}

  private static final int MOST = 1000;

  private final JdbcClient jdbc;
  private final DeadLetters deadLetters;

  NotificationsController(JdbcClient jdbc, DeadLetters deadLetters) {
    this.jdbc = jdbc;
    this.deadLetters = deadLetters;
  }

  /** The newest first, at most {@value #MOST}. */
  @GetMapping
  List<Row> list(
      @RequestParam(required = false) String milestone,
      @RequestParam(required = false) State state) {
    Caller caller = Caller.current();
    return jdbc.sql(
            """
            select id, milestone_id as milestone, kind, recipient, channel,
                   case when not :keeper then message end as message, state, attempts, created_at, next_attempt_at,
                   sent_at, digest_id, last_error
            from notification
            where (:milestone::text is null or milestone_id = :milestone) and (:state::text is null or state = :state)
              and (:all or :keeper and state = 'DEAD' or recipient = :user and people is null or :user = any(people))
            order by id desc limit :most
            """)
        .param("milestone", milestone, Types.VARCHAR)
        .param("state", state == null ? null : state.name(), Types.VARCHAR)
        .param("all", caller.seesEverything())
        .param("keeper", caller.systemAdministrator() && !caller.seesEverything())
        .param("user", caller.userId())
        .param("most", MOST)
        .query(Row.class)
        .list();
  }

  /** 202 when the dead letter is queued again, 409 when it isn't dead. */
  @PostMapping("/{id}/resend")
  ResponseEntity<?> resend(@PathVariable long id) {
    return deadLetters
        .resend(id)
        .map(resent -> resent ? ResponseEntity.accepted().build() : notDead())
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的消息。"));
  }

  private static ResponseEntity<ProblemDetail> notDead() {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "这条消息没有发送失败：已经送达，或者还在自动重试，不需要重发。");
    problem.setTitle("不需要重发");
    return ResponseEntity.of(problem).build();
  }
}
