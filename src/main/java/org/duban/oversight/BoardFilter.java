package org.duban.oversight;

import org.duban.notice.MilestoneKind;

/**
 * What of the board is wanted; null leaves a question open.
 *
 * @param programme id of one programme
 * @param department code of the lead department
 * @param year of the heat map and the timeline
 */
record BoardFilter(String programme, String department, MilestoneKind kind, int year) {}
