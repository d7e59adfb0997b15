package org.duban.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When people may be written to.
 *
 * @param zone of the times of the day
 * @param atOnce the kinds that a mail of their own carries at once
 * @param digestAt when the day's digest goes
 * @param digestWait how much later in truth, so that what is written at that time is in it
 * @param quietFrom from here on nothing is sent to people
 * @param quietTo to here, often on the next day; the same as the start for no quiet hours
 */
record TimingPolicy(
    ZoneId zone,
    Set<String> atOnce,
    LocalTime digestAt,
    Duration digestWait,
    LocalTime quietFrom,
    LocalTime quietTo) {

  boolean waitsForDigest(String kind) {
    return !atOnce.contains(kind);
  }

  /** When the next digest goes: today's when it hasn't gone by then, else tomorrow's. */
  Instant nextDigest(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    Instant today = digestOf(local);
    return today.isBefore(now) ? digestOf(local.plusDays(1)) : today;
  }

  private Instant digestOf(ZonedDateTime day) {
    return day.toLocalDate().atTime(digestAt).atZone(zone).plus(digestWait).toInstant();
  }

  /** The first minute of the quiet hours is quiet, the end is not. */
  boolean quiet(Instant now) {
    LocalTime time = now.atZone(zone).toLocalTime();
    boolean begun = !time.isBefore(quietFrom);
    boolean over = !time.isBefore(quietTo);
    return quietFrom.isBefore(quietTo)
        ? begun && !over
        : !quietFrom.equals(quietTo) && (begun || !over);
  }
}
