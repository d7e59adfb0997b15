package org.duban.oversight;

import org.duban.directory.DepartmentClass;

/**
 * What the score policy decides by.
 *
 * @param workingDays how many working days past due the milestone was in the department's own
 *     hands, past its own day for a sign-off; 0 where the days were others' or where there are none
 */
public record ScoreSituation(ScoreEvent event, DepartmentClass departmentClass, int workingDays) {}
