package org.duban.notice.quantity;

import java.math.BigDecimal;
import org.duban.notice.Operator;

/**
 * A number with its unit in a clause.
 *
 * @param start where it begins
 * @param end behind the unit and the word that widens the number (200多场, 1700人以上)
 * @param unit as printed, with its scale
 * @param widened what the words in and behind it say; null when they say nothing
 */
record Quantity(
    int start, int end, BigDecimal value, String unit, Unit.Kind kind, Operator widened) {}
