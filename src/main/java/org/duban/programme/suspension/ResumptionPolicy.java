package org.duban.programme.suspension;

import java.time.LocalDate;
import org.duban.calendar.WorkingCalendar;

/**
 * When something is due that was suspended for a while: it keeps the working days it had left. What
 * was asked for before, and not decided yet, moves by the same days, so that more time granted
 * before or after gives one day.
 */
public final class ResumptionPolicy {

  private final WorkingCalendar calendar;

  public ResumptionPolicy(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /** The working days that went by, the first day not counted and the last one counted. */
  public int lost(LocalDate suspended, LocalDate resumed) {
    return calendar.workingDaysBetween(suspended, resumed);
  }

  /** The old day when no working day was lost, else a working day after it. */
  public LocalDate due(LocalDate due, LocalDate suspended, LocalDate resumed) {
    return calendar.plusWorkingDays(due, lost(suspended, resumed));
  }

  /** Another day of the same milestone, when its due day moved from one day to another. */
  public LocalDate shifted(LocalDate day, LocalDate dueBefore, LocalDate dueNow) {
    return calendar.plusWorkingDays(day, calendar.workingDaysBetween(dueBefore, dueNow));
  }
}
