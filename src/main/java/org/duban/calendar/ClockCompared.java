package org.duban.calendar;

import java.time.Duration;

/**
 * The node's clock was compared with the database's. Published after every comparison, not only
 * when the verdict changes.
 *
 * @param skew how far the node's clock is ahead, negative when it's behind
 * @param inStep whether that is near enough to run the engine's jobs
 */
public record ClockCompared(Duration skew, boolean inStep) {}
