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
 */
record MilestoneFilter(
    Light light,
    String department,
    MilestoneKind kind,
    MilestoneState state,
    LocalDate dueBefore,
    String programme) {}
