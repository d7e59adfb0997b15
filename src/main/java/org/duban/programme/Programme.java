package org.duban.programme;

import java.time.Instant;

/**
 * One published list.
 *
 * @param projects how many projects the list names
 * @param milestones how many milestones it names; the periods of a rhythm are not counted
 */
public record Programme(
    String id,
    String tenantId,
    String title,
    int year,
    String state,
    Instant registeredAt,
    String registeredBy,
    Instant dispatchedAt,
    int projects,
    int milestones) {}
