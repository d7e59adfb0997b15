package org.duban.notice;

import java.math.BigDecimal;

/**
 * A measurable promise.
 *
 * @param metric what is counted, in the words of the text without the number
 * @param target never in exponent form. A share is in percent: 三分之一 is 33.33
 * @param unit as printed, with its scale (万人); empty where the text has none (清零)
 * @param text the clause it was read from, as printed
 */
public record DraftCommitment(
    String metric, Operator operator, BigDecimal target, String unit, String text) {
  public DraftCommitment {
    target = target.setScale(Math.max(target.stripTrailingZeros().scale(), 0));
  }
}
