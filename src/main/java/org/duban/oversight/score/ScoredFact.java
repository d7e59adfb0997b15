package org.duban.oversight.score;

import java.time.Instant;
import org.duban.oversight.ScoreEvent;
import org.duban.oversight.ScoreSituation;

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
