package org.duban.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Letters that were given up, and the second chance that a person may give them. */
@Repository
class DeadLetters {

  private final JdbcClient jdbc;
  private final Clock clock;

  DeadLetters(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Queues it anew, under its old key, with all tries before it: a digest with what is in it, a row
   * of a dead digest on its own.
   *
   * @return empty when there is no such letter, false when it isn't dead
   */
  @Transactional
  Optional<Boolean> resend(long id) {
    Optional<String> state =
        jdbc.sql("select state from notification where id = :id for update")
            .param("id", id)
            .query(String.class)
            .optional();
    if (state.isEmpty() || !state.get().equals("DEAD")) {
      return state.map(any -> false);
    }
    jdbc.sql(
            """
            update notification set state = 'QUEUED', attempts = 0, next_attempt_at = :now, last_error = null,
                   bundled = bundled and id <> :id, digest_id = case when id <> :id then digest_id end
            where id = :id or digest_id = :id and state = 'DEAD'
            """)
        .param("id", id)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return Optional.of(true);
  }

  long count() {
    return jdbc.sql("select count(*) from notification where state = 'DEAD'")
        .query(Long.class)
        .single();
  }
}
