package org.duban.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many messages wait or are dead, and how long the oldest has waited. */
@Component
class OutboxGauges implements MeterBinder {

  private final JdbcClient jdbc;
  private final Clock clock;

  OutboxGauges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String state : List.of("QUEUED", "DEAD")) {
      Gauge.builder("duban.outbox", () -> count(state))
          .description("Messages that wait to be sent, or can't be")
          .tag("state", state)
          .register(registry);
    }
    Gauge.builder("duban.outbox.age", this::age)
        .description("How long the oldest waiting message has waited")
        .baseUnit("seconds")
        .register(registry);
  }

  private long count(String state) {
    return jdbc.sql("select count(*) from notification where state = :state")
        .param("state", state)
        .query(Long.class)
        .single();
  }

  /** In seconds, 0 when none waits. */
  private long age() {
    return jdbc.sql(
            "select created_at from notification where state = 'QUEUED' order by id limit 1")
        .query(Timestamp.class)
        .optional()
        .map(oldest -> Duration.between(oldest.toInstant(), clock.instant()).toSeconds())
        .orElse(0L);
  }
}
