package org.duban.oversight.score;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.duban.programme.InvalidSubmission;

/**
 * The days a score is about, both included. What lies ahead can't have happened, so it ends today
 * at the latest.
 */
public record ScorePeriod(LocalDate from, LocalDate to, ZoneId zone) {

  /**
   * @param from null for the first of January
   * @param to null for today
   * @throws InvalidSubmission when it begins after its end, or in the future
   */
  public static ScorePeriod of(LocalDate from, LocalDate to, Clock clock) {
    LocalDate today = LocalDate.now(clock);
    LocalDate first = from == null ? today.withDayOfYear(1) : from;
    LocalDate last = to == null || to.isAfter(today) ? today : to;
    if (first.isAfter(last)) {
      throw new InvalidSubmission("考核时段的起始日 " + first + " 晚于截止日 " + last + "。");
    }
    return new ScorePeriod(first, last, clock.getZone());
  }

  Instant begin() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first moment that no longer belongs to it. */
  Instant end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The last moment that does, at which is told what still lasts. */
  Instant last() {
    return end().minus(1, ChronoUnit.MICROS);
  }
}
