package org.duban.escalation;

import java.time.LocalDate;
import org.duban.calendar.WorkingCalendar;

/**
 * How far an obligation has come: its due day, where it stands on the ladder, and how that changes
 * when the day does.
 *
 * @param runsFrom the ladder of what was sent out after its due day begins on that day
 * @param rung the highest rung climbed for this due day
 */
record Course(LocalDate due, LocalDate runsFrom, Rung rung, Light light, int level) {

  static Course beginning(LocalDate due, LocalDate runsFrom) {
    return new Course(due, runsFrom, Rung.NONE, Light.GREEN, 0);
  }

  /** From the end of that day it counts as overdue. */
  LocalDate countedFrom() {
    return runsFrom.isAfter(due) ? runsFrom : due;
  }

  /**
   * Another due day begins another ladder, which for a day that is past already counts from today.
   */
  Course redated(LocalDate to, LocalDate today) {
    return to.isBefore(today)
        ? new Course(to, today, Rung.NONE, light, level)
        : beginning(to, runsFrom);
  }

  /**
   * The working days it was suspended don't count; rungs that were climbed are not climbed again.
   */
  Course resumedAfter(int workingDays, WorkingCalendar calendar) {
    return new Course(
        calendar.plusWorkingDays(due, workingDays),
        calendar.plusWorkingDays(runsFrom, workingDays),
        rung,
        light,
        level);
  }
}
