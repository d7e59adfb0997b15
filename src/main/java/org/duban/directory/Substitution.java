package org.duban.directory;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One person stands in for another who is absent.
 *
 * @param absent id of the person
 * @param substitute id of the person
 * @param firstDay included, in the installation's zone
 * @param lastDay included
 * @param endedAt when it was ended before its last day, else null
 */
public record Substitution(
    long id,
    String absent,
    String substitute,
    LocalDate firstDay,
    LocalDate lastDay,
    String enteredBy,
    Instant enteredAt,
    Instant endedAt) {

  boolean runsOn(LocalDate day) {
    return endedAt == null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  boolean overlaps(LocalDate from, LocalDate to) {
    return endedAt == null && !from.isAfter(lastDay) && !to.isBefore(firstDay);
  }
}
