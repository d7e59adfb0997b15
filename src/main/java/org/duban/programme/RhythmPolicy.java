package org.duban.programme;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When the progress of a long-term project is reported: once a quarter, by the 20th of its last
 * month, as the county rules found in the field have it. The rhythm begins after the project's last
 * dated milestone.
 */
final class RhythmPolicy {

  private static final int MONTHS_IN_PERIOD = 3;
  private static final int DAY = 20;

  /** The first day after {@code previous} on which a report is due. */
  LocalDate nextDue(LocalDate previous) {
    YearMonth month = YearMonth.from(previous);
    int lastOfPeriod =
        (month.getMonthValue() + MONTHS_IN_PERIOD - 1) / MONTHS_IN_PERIOD * MONTHS_IN_PERIOD;
    LocalDate due = month.withMonth(lastOfPeriod).atDay(DAY);
    return due.isAfter(previous)
        ? due
        : YearMonth.from(due).plusMonths(MONTHS_IN_PERIOD).atDay(DAY);
  }

  /**
   * The day on which the departments are asked: the first of the month in which the report is due,
   * and never on or before {@code previous}.
   */
  LocalDate opens(LocalDate due, LocalDate previous) {
    LocalDate first = due.withDayOfMonth(1);
    return first.isAfter(previous) ? first : previous.plusDays(1);
  }
}
