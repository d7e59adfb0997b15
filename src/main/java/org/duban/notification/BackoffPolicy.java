package org.duban.notification;

import java.time.Duration;

/**
 * How long a letter waits after a failed try: a minute, then twice as long each time, six hours at
 * most. After the last try it is dead.
 *
 * @param attempts how many tries there are
 */
record BackoffPolicy(int attempts) {

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int DOUBLINGS = 9;

  boolean lastWas(int attempt) {
    return attempt >= attempts;
  }

  Duration after(int attempt) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(Math.max(attempt - 1, 0), DOUBLINGS));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
