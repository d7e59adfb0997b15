package org.duban.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is written in several transactions and goes to each person in one letter. While it's being
 * written, no letter that may say several things takes what was written since it began. Whoever
 * dies over it and begins it again goes on with the same letter.
 *
 * <p>Letters never wait for that longer than {@link #LONGEST} after it began, whatever became of
 * it.
 */
@Component
public class Writing {

  /** Somewhat longer than the work of a node that died stays locked, so that another ends it. */
  static final Duration LONGEST = Duration.ofMinutes(45);

  private final JdbcClient jdbc;
  private final Clock clock;

  Writing(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Known to every sender before anything is written. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void begin(String what) {
    jdbc.sql(
            """
            insert into writing (what, since) values (:what, :now)
            on conflict (what) do update set since = excluded.since where writing.since <= :forgotten
            """)
        .param("what", what)
        .param("now", Timestamp.from(clock.instant()))
        .param("forgotten", forgotten())
        .update();
  }

  /** All of it is there. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void end(String what) {
    jdbc.sql("delete from writing where what = :what").param("what", what).update();
  }

  /** Since when something is being written; empty when nothing is that letters wait for. */
  Optional<Instant> since() {
    return jdbc.sql("select min(since) from writing where since > :forgotten")
        .param("forgotten", forgotten())
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  private Timestamp forgotten() {
    return Timestamp.from(clock.instant().minus(LONGEST));
  }
}
