package org.duban.programme;

import java.time.Instant;

/**
 * Somebody has a milestone in hand.
 *
 * @param holder a department's code or {@code supervising-office}
 */
public record Holding(String milestoneId, String holder, Role role, Instant since) {}
