package org.duban.oversight;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The report that the supporting departments are asked to sign off.
 *
 * @param percent null when none was given
 * @param actuals what has been reported of the commitments in this round, by their numbers
 * @param objected whether somebody objected in this round
 */
public record JointReport(
    String narrative, Integer percent, Map<Integer, BigDecimal> actuals, boolean objected) {}
