package org.duban.programme;

import java.time.LocalDate;

/**
 * A suspended milestone runs again, due later by the working days it was suspended.
 *
 * @param from the due day it had; null for the rhythm of a long-term project
 * @param to the due day it has now; null for the rhythm of a long-term project
 */
public record MilestoneResumed(String milestoneId, LocalDate from, LocalDate to) {}
