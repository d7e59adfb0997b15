package org.duban.notification;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was told to whom. The office and the leaders see all, others what they were told. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationsController {

  record Row(
      long id,
      String milestone,
      String kind,
      String recipient,
      String channel,
      String message,
      String state,
      int attempts,
      Instant createdAt,
      Instant sentAt) {}

  private static final int MOST = 1000;

  private final JdbcClient jdbc;

  NotificationsController(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest first, at most {@value #MOST}. */
  @GetMapping
  List<Row> list(@RequestParam(required = false) String milestone) {
    Caller caller = Caller.current();
    return jdbc.sql(
            """
            select id, milestone_id as milestone, kind, recipient, channel, message, state, attempts, created_at, sent_at
            from notification
            where (:milestone::text is null or milestone_id = :milestone) and (:all or recipient = :user)
            order by id desc limit :most
            """)
        .param("milestone", milestone, Types.VARCHAR)
        .param("all", caller.seesEverything())
        .param("user", caller.userId())
        .param("most", MOST)
        .query(Row.class)
        .list();
  }
}
