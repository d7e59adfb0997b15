package org.duban.oversight;

import java.time.Instant;

/**
 * Something that happened and may be worth points.
 *
 * @param at when it happened; the end of the time asked for, where it consists in not happening
 * @param workingDays see {@link ScoreSituation}
 */
record ScoredFact(
    Instant at,
    String department,
    ScoreEvent event,
    String milestone,
    String project,
    String title,
    int workingDays) {}
