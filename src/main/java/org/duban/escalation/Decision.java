package org.duban.escalation;

import java.time.LocalDate;

/**
 * What the sheet decided for one obligation.
 *
 * @param workingDays what the policy was asked with
 * @param next the day on which it changes by itself, null when it doesn't any more
 */
record Decision(Watched watched, Verdict verdict, int workingDays, LocalDate next) {

  /** A rung is climbed once and never down. */
  boolean climbs() {
    return verdict.rung().compareTo(watched.course().rung()) > 0;
  }
}
