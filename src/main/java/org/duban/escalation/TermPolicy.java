package org.duban.escalation;

import java.time.LocalDate;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;

/**
 * By which day something with a term of its own is due.
 *
 * <p>An answer to a request for more time comes within the day that is in force as long as that day
 * lies ahead, since an answer after it helps nobody; asked for later, it has its full term.
 */
final class TermPolicy {

  private final TermSettings settings;
  private final SignOffSettings signOff;
  private final WorkingCalendar calendar;

  TermPolicy(TermSettings settings, SignOffSettings signOff, WorkingCalendar calendar) {
    this.settings = settings;
    this.signOff = signOff;
    this.calendar = calendar;
  }

  /**
   * @param holder a department's code, {@code supervising-office} or {@code leader}
   * @param milestoneDue null for what concerns the project as a whole
   */
  LocalDate due(OwnTerm term, String holder, LocalDate asked, LocalDate milestoneDue) {
    LocalDate own = calendar.plusWorkingDays(asked, workingDays(term, holder));
    boolean within =
        term == OwnTerm.EXTENSION && milestoneDue != null && !milestoneDue.isBefore(asked);
    return within && own.isAfter(milestoneDue) ? milestoneDue : own;
  }

  private int workingDays(OwnTerm term, String holder) {
    return switch (term) {
      case SIGN_OFF -> signOff.workingDays();
      case REVIEW -> settings.review();
      case EXTENSION ->
          holder.equals(Directory.LEADER)
              ? settings.decideExtension()
              : settings.endorseExtension();
      case ACKNOWLEDGEMENT -> settings.acknowledge();
      case EXPLANATION -> settings.explain();
      case INSTRUCTION -> settings.instruct();
      case CLOSING -> settings.close();
      case RECOVERY ->
          throw new IllegalArgumentException("A recovery is due when its promiser says");
    };
  }

  /** The last day on which something whose last working day has come may be due. */
  LocalDate lastDueToRemindOf(LocalDate today) {
    return calendar.plusWorkingDays(today, 1).minusDays(1);
  }

  /** As the deadline policy counts: negative before the day, 0 on the last working day. */
  int workingDays(LocalDate due, LocalDate today) {
    return calendar.workingDaysTo(due, today);
  }

  /** The working days that didn't count don't take any away. */
  LocalDate resumed(LocalDate due, LocalDate stoodStillFrom, LocalDate resumedOn) {
    return calendar.plusWorkingDays(due, calendar.workingDaysBetween(stoodStillFrom, resumedOn));
  }
}
