package org.duban.programme;

import java.time.Instant;

/**
 * A department's part in a project.
 *
 * @param printedName the name in the list, which for a member of a collective unit is the
 *     collective's
 * @param signsOff whether this supporting department signs reports; the reason says why not
 */
public record Assignment(
    String departmentCode,
    Role role,
    int position,
    String printedName,
    boolean signsOff,
    String reason,
    Instant acknowledgedAt,
    String acknowledgedBy) {}
