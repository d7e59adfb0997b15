package org.duban.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many messages wait or are dead, and how long the oldest has waited. */
@Component
class OutboxGauges implements MeterBinder {

  private final JdbcClient jdbc;
  private final DeadLetters deadLetters;
  private final Clock clock;

  OutboxGauges(JdbcClient jdbc, DeadLetters deadLetters, Clock clock) {
    this.jdbc = jdbc;
    this.deadLetters = deadLetters;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    count(registry, "QUEUED", this::queued);
    count(registry, "DEAD", deadLetters::count);
    Gauge.builder("duban.outbox.age", this::age)
        .description("How long the oldest waiting message has waited")
        .baseUnit("seconds")
        .register(registry);
  }

  private static void count(MeterRegistry registry, String state, Supplier<Number> count) {
    Gauge.builder("duban.outbox", count)
        .description("Messages that wait to be sent, or can't be")
        .tag("state", state)
        .register(registry);
  }

  private long queued() {
    return jdbc.sql("select count(*) from notification where state = 'QUEUED'")
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
