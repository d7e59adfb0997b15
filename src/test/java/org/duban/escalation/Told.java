package org.duban.escalation;

import java.time.LocalDate;
import java.util.Set;

/**
 * A rung that was told.
 *
 * @param morning whether at the second tick of the day
 * @param to the units that were held to it
 */
record Told(
    LocalDate day,
    boolean morning,
    Term term,
    String holder,
    LocalDate due,
    Rung rung,
    Set<String> to) {}
