package org.duban.oversight;

import java.time.LocalDate;
import org.duban.escalation.Light;
import org.duban.notice.MilestoneKind;
import org.duban.programme.MilestoneState;

/**
 * Which milestones are wanted; null leaves a question open.
 *
 * @param department code of a department that leads or supports
 * @param dueBefore only what is due earlier than this day
 * @param dueFrom only what is due on this day or later
 * @param lead code of a department that leads
 * @param holder who has it in hand
 * @param open true for what is being worked on only
 */
record MilestoneFilter(
    Light light,
    String department,
    MilestoneKind kind,
    MilestoneState state,
    LocalDate dueBefore,
    String programme,
    LocalDate dueFrom,
    String lead,
    String holder,
    Standing standing,
    Integer level,
    Boolean open) {

  static final MilestoneFilter ANY =
      new MilestoneFilter(null, null, null, null, null, null, null, null, null, null, null, null);
}
