package org.duban.escalation;

import java.time.LocalDate;

/**
 * Something owed by a day of its own.
 *
 * @param task null for a promised recovery, which is no task
 * @param holder a department's code, {@code supervising-office} or {@code leader}
 * @param since the day on which it was asked for, or promised
 * @param suspended whether its milestone is, so that the day doesn't run
 * @param workingDays to the day when negative, 0 on the last working day, past it when positive
 */
public record OpenTerm(
    String task,
    OwnTerm term,
    String holder,
    LocalDate since,
    LocalDate due,
    boolean suspended,
    int workingDays,
    Light light) {

  /** How far the day is gone, as 还有 3 个工作日. */
  public String standing() {
    return Announcement.standing(workingDays);
  }

  /** The working days past its day; none while it doesn't run. */
  public int overdue() {
    return suspended ? 0 : Math.max(0, workingDays);
  }
}
