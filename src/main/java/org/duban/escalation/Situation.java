package org.duban.escalation;

import org.duban.directory.DepartmentClass;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;

/**
 * What the deadline policy decides by.
 *
 * @param workingDays before the due day the negative number of working days that are left, 0 on the
 *     due day, after it the working days since, at least 1
 * @param waitingFor the role of whoever has the milestone in hand
 * @param departmentClass what sort of unit that is
 */
public record Situation(
    Term term,
    MilestoneKind kind,
    int workingDays,
    Role waitingFor,
    DepartmentClass departmentClass) {}
