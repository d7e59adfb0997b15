package org.duban.bulletin;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.duban.programme.InvalidSubmission;

/**
 * The moment up to which a bulletin tells what happened: the end of its month, or now while the
 * month runs.
 *
 * @param before everything counts that was earlier
 * @param lastDay the last day that counts; what is due on it is still in time
 */
record MonthEnd(YearMonth month, Instant from, Instant before, LocalDate lastDay) {

  /**
   * @param text as {@code 2021-06}
   * @throws InvalidSubmission when it is no month, or one that hasn't begun
   */
  static MonthEnd of(String text, Clock clock) {
    YearMonth month = month(text);
    LocalDate today = LocalDate.now(clock);
    if (month.isAfter(YearMonth.from(today))) {
      throw new InvalidSubmission(month + " 还没有到，不能通报。");
    }
    LocalDate next = month.plusMonths(1).atDay(1);
    Instant from = month.atDay(1).atStartOfDay(clock.getZone()).toInstant();
    return today.isBefore(next)
        ? new MonthEnd(month, from, clock.instant().plus(1, ChronoUnit.MICROS), today)
        : new MonthEnd(
            month, from, next.atStartOfDay(clock.getZone()).toInstant(), month.atEndOfMonth());
  }

  private static YearMonth month(String text) {
    try {
      if (text != null && text.matches("[12]\\d{3}-\\d{2}")) {
        return YearMonth.parse(text);
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw new InvalidSubmission("月份应写成 2021-06 的形式。");
  }

  boolean contains(LocalDate day) {
    return day != null && YearMonth.from(day).equals(month);
  }

  boolean nextContains(LocalDate day) {
    return day != null && YearMonth.from(day).equals(month.plusMonths(1));
  }
}
