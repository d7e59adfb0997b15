package org.duban.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A clock that stands still until it is moved, and only ever forward. It keeps its place in the
 * database, so it stands there again after a restart.
 */
public final class SimulatedClock extends Clock {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final JdbcClient jdbc;
  private final ZoneId zone;
  private final AtomicReference<Instant> now;

  private SimulatedClock(JdbcClient jdbc, ZoneId zone, AtomicReference<Instant> now) {
    this.jdbc = jdbc;
    this.zone = zone;
    this.now = now;
  }

  /** Stands where it was left, or at the start if it never ran. */
  static SimulatedClock startingAt(Instant start, ZoneId zone, JdbcClient jdbc) {
    jdbc.sql("insert into simulated_clock (stands_at) values (:start) on conflict do nothing")
        .param("start", stored(start))
        .update();
    return new SimulatedClock(jdbc, zone, new AtomicReference<>(storedInstant(jdbc)));
  }

  /**
   * Moves the clock in the caller's transaction: it shows the new time once that is committed, and
   * stays where it was when it is rolled back. Without a transaction it moves at once.
   *
   * @param to kept to the microsecond
   * @throws IllegalArgumentException with a sentence for the user, when that is before now
   */
  public void moveTo(Instant to) {
    Instant target = to.truncatedTo(ChronoUnit.MICROS);
    int moved =
        jdbc.sql("update simulated_clock set stands_at = :to where stands_at <= :to")
            .param("to", stored(target))
            .update();
    if (moved == 0) {
      throw new IllegalArgumentException(
          "模拟时钟只能向前拨:现在是 " + shown(storedInstant(jdbc)) + ",不能拨回 " + shown(target) + "。");
    }
    if (TransactionSynchronizationManager.isSynchronizationActive()
        && TransactionSynchronizationManager.isActualTransactionActive()) {
      TransactionSynchronizationManager.registerSynchronization(new ShowOnceCommitted(target));
    } else {
      show(target);
    }
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock, moving with this one, read in another zone. */
  @Override
  public SimulatedClock withZone(ZoneId other) {
    return new SimulatedClock(jdbc, other, now);
  }

  private void show(Instant target) {
    now.accumulateAndGet(target, (shown, other) -> shown.isAfter(other) ? shown : other);
  }

  private String shown(Instant instant) {
    return SHOWN.format(instant.atZone(zone));
  }

  private static OffsetDateTime stored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static Instant storedInstant(JdbcClient jdbc) {
    return jdbc.sql("select stands_at from simulated_clock")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private class ShowOnceCommitted implements TransactionSynchronization {

    private final Instant target;

    ShowOnceCommitted(Instant target) {
      this.target = target;
    }

    /** Before whatever else waits for the commit and asks the time then. */
    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void afterCommit() {
      show(target);
    }
  }
}
