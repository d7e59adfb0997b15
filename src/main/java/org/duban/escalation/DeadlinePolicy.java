package org.duban.escalation;

import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;

/** One version of the office's deadline policy, a table that an official can read and change. */
public interface DeadlinePolicy {

  /** Another version is another policy. */
  String version();

  /**
   * @param workingDays before the due day the negative number of working days that are left, 0 on
   *     the due day, after it the working days since, at least 1
   * @param waitingFor the role of whoever has the milestone in hand
   */
  Verdict decide(MilestoneKind kind, int workingDays, Role waitingFor);
}
