package org.duban.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A substitution as readers see it.
 *
 * @param state PLANNED, RUNNING or ENDED, as of now
 * @param warnings for whoever enters it: sentences, often none
 */
record SubstitutionView(
    long id,
    String absent,
    String absentName,
    String substitute,
    String substituteName,
    LocalDate from,
    LocalDate to,
    String state,
    String enteredBy,
    Instant enteredAt,
    Instant endedAt,
    List<String> warnings) {

  static SubstitutionView of(Substitution one, LocalDate today, Directory directory) {
    return of(one, today, directory, List.of());
  }

  static SubstitutionView of(
      Substitution one, LocalDate today, Directory directory, List<String> warnings) {
    return new SubstitutionView(
        one.id(),
        one.absent(),
        directory.personName(one.absent()),
        one.substitute(),
        directory.personName(one.substitute()),
        one.firstDay(),
        one.lastDay(),
        state(one, today),
        one.enteredBy(),
        one.enteredAt(),
        one.endedAt(),
        warnings);
  }

  private static String state(Substitution one, LocalDate today) {
    if (one.runsOn(today)) {
      return "RUNNING";
    }
    return one.endedAt() == null && one.firstDay().isAfter(today) ? "PLANNED" : "ENDED";
  }
}
