package org.duban.programme;

import java.time.LocalDate;

/**
 * A suspended milestone runs again, with the time it had left.
 *
 * @param from the day on which it was due before
 * @param to the day on which it is due now, the same when no working day was lost
 */
public record MilestoneResumed(String milestoneId, LocalDate from, LocalDate to) {}
