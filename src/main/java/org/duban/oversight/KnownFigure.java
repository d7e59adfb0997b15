package org.duban.oversight;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A figure that was reported before and may be used again, once somebody has looked at it.
 *
 * @param commitment the number of the commitment that it may serve for
 * @param project where it was reported: the project's number and title
 * @param same whether it was reported for the project itself, and not for another one that promises
 *     the same
 * @param percent of the report in which it stood
 */
public record KnownFigure(
    int commitment,
    String project,
    boolean same,
    String department,
    String departmentName,
    BigDecimal value,
    String narrative,
    int percent,
    Instant at) {}
