package org.duban.programme.rhythm;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When the progress of a long-term project is reported: once a month by a day, or once a quarter by
 * a day of its last month, as the county rules found in the field have it. The rhythm begins after
 * the project's last dated milestone.
 */
public final class RhythmPolicy {

  /** The next report: the day on which it is asked for, and the day by which it is due. */
  public record Period(LocalDate opens, LocalDate due) {}

  private final int months;
  private final int day;

  public RhythmPolicy(Rhythm rhythm) {
    this.months = rhythm.every().months();
    this.day = rhythm.day();
  }

  /** The period after one that was due on {@code last}. */
  public Period after(LocalDate last) {
    LocalDate due = nextDue(last);
    return new Period(opens(due, last), due);
  }

  /**
   * The first period of a rhythm that is changed today: no report is asked for whose day is past.
   *
   * @param last what was due before, past or not
   */
  public Period anew(LocalDate last, LocalDate today) {
    LocalDate due = nextDue(last.isAfter(today) ? last : today);
    return new Period(opens(due, last), due);
  }

  private LocalDate nextDue(LocalDate previous) {
    YearMonth month = YearMonth.from(previous);
    int lastOfPeriod = (month.getMonthValue() + months - 1) / months * months;
    LocalDate due = month.withMonth(lastOfPeriod).atDay(day);
    return due.isAfter(previous) ? due : YearMonth.from(due).plusMonths(months).atDay(day);
  }

  /** The first of the month in which the report is due, and never on or before {@code previous}. */
  private static LocalDate opens(LocalDate due, LocalDate previous) {
    LocalDate first = due.withDayOfMonth(1);
    return first.isAfter(previous) ? first : previous.plusDays(1);
  }
}
