package org.duban.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the node's clock with the database's and remembers what came out last. */
final class ClockComparison {

  private static final Logger log = LoggerFactory.getLogger(ClockComparison.class);

  private final Clock node;
  private final Supplier<Instant> database;
  private final SkewPolicy policy;
  private volatile ClockCompared last = new ClockCompared(Duration.ZERO, true);

  ClockComparison(Clock node, Supplier<Instant> database, SkewPolicy policy) {
    this.node = node;
    this.database = database;
    this.policy = policy;
  }

  synchronized ClockCompared compare() {
    Instant before = node.instant();
    Instant answer = database.get();
    ClockReading reading = new ClockReading(before, answer, node.instant());
    boolean inStep = policy.inStep(reading, last.inStep());
    if (inStep != last.inStep()) {
      tell(reading.skew(), inStep);
    }
    last = new ClockCompared(reading.skew(), inStep);
    return last;
  }

  private void tell(Duration skew, boolean inStep) {
    if (inStep) {
      log.info("This node's clock is in step with the database's again ({} ms)", skew.toMillis());
    } else {
      log.error(
          "This node's clock differs from the database's by {} ms, more than {} ms: it runs no jobs"
              + " until they are in step again",
          skew.toMillis(),
          policy.most().toMillis());
    }
  }

  /** In step until the first comparison says otherwise. */
  ClockCompared last() {
    return last;
  }

  Duration most() {
    return policy.most();
  }
}
