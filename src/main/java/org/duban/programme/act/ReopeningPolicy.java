package org.duban.programme.act;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.duban.calendar.WorkingCalendar;
import org.duban.programme.InvalidSubmission;

/**
 * By which day something is due that is opened again: the day asked for, else some working days
 * from today. Never the old one, which may be long past.
 */
public final class ReopeningPolicy {

  /** A day further off than this is a slip of the pen. */
  private static final int LONGEST_IN_YEARS = 5;

  private final WorkingCalendar calendar;
  private final int workingDays;

  public ReopeningPolicy(WorkingCalendar calendar, int workingDays) {
    this.calendar = calendar;
    this.workingDays = workingDays;
  }

  public LocalDate proposed(LocalDate today) {
    return calendar.plusWorkingDays(today, workingDays);
  }

  /**
   * @param wish ISO date; null or blank for the day proposed
   * @throws InvalidSubmission when it is no date, past, or more than five years off
   */
  public LocalDate due(String wish, LocalDate today) {
    if (wish == null || wish.isBlank()) {
      return proposed(today);
    }
    LocalDate due = read(wish);
    if (due.isBefore(today)) {
      throw new InvalidSubmission("补办期限 " + due + " 早于今天 " + today + "。");
    }
    if (due.isAfter(today.plusYears(LONGEST_IN_YEARS))) {
      throw new InvalidSubmission("补办期限 " + due + " 在五年以后，请核对。");
    }
    return due;
  }

  private static LocalDate read(String wish) {
    try {
      return LocalDate.parse(wish.strip());
    } catch (DateTimeParseException e) {
      throw new InvalidSubmission("补办期限应写成 2021-07-15 的形式。");
    }
  }
}
