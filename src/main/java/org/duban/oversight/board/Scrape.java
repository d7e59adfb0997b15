package org.duban.oversight.board;

import io.micrometer.core.instrument.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.duban.oversight.board.MilestoneGauges.Counts;

/** Counts once for all gauges of a scrape, and not more often than every {@value #SECONDS} s. */
final class Scrape {

  private static final long SECONDS = 5;

  private final Clock clock;
  private final Supplier<Counts> source;
  private Counts last;
  private long readAt;

  Scrape(Clock clock, Supplier<Counts> source) {
    this.clock = clock;
    this.source = source;
  }

  synchronized Counts now() {
    long now = clock.monotonicTime();
    if (last == null || now - readAt > TimeUnit.SECONDS.toNanos(SECONDS)) {
      last = source.get();
      readAt = now;
    }
    return last;
  }
}
