package org.duban.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When the sheet looks again at what has changed: at the very next tick that runs. While ticks are
 * caught up with, that is one of a day gone by, which the present time would miss.
 */
@Component
class NextLook {

  private final JdbcClient jdbc;
  private final Clock clock;

  NextLook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A time that the next tick isn't before. */
  Timestamp at() {
    return jdbc.sql("select max(tick) from sheet_tick")
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .orElseGet(() -> Timestamp.from(clock.instant()));
  }
}
