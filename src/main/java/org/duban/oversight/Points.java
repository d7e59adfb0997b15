package org.duban.oversight;

import java.math.BigDecimal;

/**
 * What the score policy gives for an event.
 *
 * @param reason the rule in words
 */
public record Points(BigDecimal points, String reason) {}
