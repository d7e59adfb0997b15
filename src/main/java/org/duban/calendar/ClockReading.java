package org.duban.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * The database was asked for its time.
 *
 * @param before the node's time when the question left
 * @param database the database's answer
 * @param after the node's time when the answer came
 */
record ClockReading(Instant before, Instant database, Instant after) {

  /** How far the node's clock seems to be ahead: the answer is taken to be from half way. */
  Duration skew() {
    return Duration.between(database, before.plus(uncertainty()));
  }

  /** By how much {@link #skew} may be wrong either way: half the time that the answer took. */
  Duration uncertainty() {
    return Duration.between(before, after).abs().dividedBy(2);
  }
}
