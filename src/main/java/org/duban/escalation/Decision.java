package org.duban.escalation;

import java.time.Instant;

/**
 * What the sheet decided for one obligation.
 *
 * @param workingDays what the policy was asked with
 * @param nextRungAt null when nothing changes any more by itself
 */
record Decision(Chunk.Row row, Verdict verdict, int workingDays, Instant nextRungAt) {

  /** A rung is climbed once and never down. */
  boolean climbs() {
    return verdict.rung().compareTo(row.rung()) > 0;
  }
}
