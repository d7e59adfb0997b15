package org.duban.programme;

import java.math.BigDecimal;
import org.duban.notice.Operator;

/** A measurable promise of a project, numbered from 1 as the list has them. */
public record Commitment(
    int number, String metric, Operator operator, BigDecimal target, String unit, String text) {}
