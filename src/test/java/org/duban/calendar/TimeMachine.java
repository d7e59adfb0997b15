package org.duban.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** Takes the simulated clock to any time, backwards too, so that each story begins when it must. */
@TestComponent
public class TimeMachine {

  private final SimulatedClock clock;
  private final JdbcClient jdbc;

  TimeMachine(SimulatedClock clock, JdbcClient jdbc) {
    this.clock = clock;
    this.jdbc = jdbc;
  }

  public void forward(Duration time) {
    goTo(clock.instant().plus(time));
  }

  @SuppressWarnings("unchecked")
  public void goTo(Instant time) {
    jdbc.sql("update simulated_clock set stands_at = :time")
        .param("time", time.atOffset(ZoneOffset.UTC))
        .update();
    ((AtomicReference<Instant>) ReflectionTestUtils.getField(clock, "now")).set(time);
  }
}
