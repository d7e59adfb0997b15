package org.duban.calendar;

import java.time.LocalDate;

/**
 * Which day counts when a list prints a due day on which no office works: a holiday, or a weekend
 * that isn't made up for. Another day never takes the printed one's place on record; it only says
 * from when a deadline is missed.
 */
public final class DueDayPolicy {

  /** What an installation may choose. */
  public enum OnDayOff {
    /** The printed day counts, whatever day it is. */
    STAY,
    /** The first working day after it. */
    NEXT_WORKING_DAY,
    /** The last working day before it. */
    PREVIOUS_WORKING_DAY
  }

  private final WorkingCalendar calendar;
  private final OnDayOff choice;

  public DueDayPolicy(WorkingCalendar calendar, OnDayOff choice) {
    this.calendar = calendar;
    this.choice = choice;
  }

  /**
   * The day at whose end it is due. A printed working day always stays.
   *
   * @param printed null where nothing is due on a day, which gives null
   */
  public LocalDate dueOn(LocalDate printed) {
    if (printed == null || choice == OnDayOff.STAY || calendar.isWorkingDay(printed)) {
      return printed;
    }
    return calendar.plusWorkingDays(printed, choice == OnDayOff.NEXT_WORKING_DAY ? 1 : -1);
  }
}
