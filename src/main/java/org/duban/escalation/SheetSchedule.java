package org.duban.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The times of the day at which the sheet runs, in the office's zone. */
final class SheetSchedule {

  private final List<LocalTime> times;
  private final ZoneId zone;

  /**
   * @throws IllegalArgumentException when no time is given
   */
  SheetSchedule(List<LocalTime> times, ZoneId zone) {
    if (times.isEmpty()) {
      throw new IllegalArgumentException("duban.sheet.ticks 至少要有一个时刻，例如 00:00,08:30。");
    }
    this.times = times.stream().sorted().distinct().toList();
    this.zone = zone;
  }

  /** The first tick after the given time. */
  Instant after(Instant time) {
    LocalDate day = time.atZone(zone).toLocalDate();
    return Stream.of(day, day.plusDays(1))
        .flatMap(this::of)
        .filter(tick -> tick.isAfter(time))
        .findFirst()
        .orElseThrow();
  }

  /** The last tick at or before the given time. */
  Instant upTo(Instant time) {
    LocalDate day = time.atZone(zone).toLocalDate();
    return Stream.of(day.minusDays(1), day)
        .flatMap(this::of)
        .filter(tick -> !tick.isAfter(time))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private Stream<Instant> of(LocalDate day) {
    return times.stream().map(time -> day.atTime(time).atZone(zone).toInstant());
  }
}
