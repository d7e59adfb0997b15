package org.duban.programme;

import java.time.Instant;

/**
 * A time in which a milestone was suspended.
 *
 * @param until null while it lasts
 */
public record Suspension(Instant since, Instant until, String reason, String suspendedBy) {}
