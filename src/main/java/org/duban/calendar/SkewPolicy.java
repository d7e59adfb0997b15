package org.duban.calendar;

import java.time.Duration;

/**
 * When a node's clock is too far from the database's. The engine reckons with the node's clock when
 * it takes and gives up jobs, so past a few seconds two nodes do the same work.
 *
 * <p>A slow answer proves nothing: only what is certain changes the verdict.
 */
final class SkewPolicy {

  private final Duration most;

  /**
   * @param most the largest difference, either way, that is still in step
   */
  SkewPolicy(Duration most) {
    this.most = most;
  }

  Duration most() {
    return most;
  }

  /**
   * @param before the verdict that held until now
   * @return whether the node is in step
   */
  boolean inStep(ClockReading reading, boolean before) {
    Duration seen = reading.skew().abs();
    if (seen.plus(reading.uncertainty()).compareTo(most) <= 0) {
      return true;
    }
    if (seen.minus(reading.uncertainty()).compareTo(most) > 0) {
      return false;
    }
    return before;
  }
}
