package org.duban.notice.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.duban.notice.Correction;
import org.duban.notice.DraftCommitment;
import org.duban.notice.DraftMilestone;
import org.duban.notice.DraftProject;
import org.duban.notice.language.DeadlinePhraseReader;

/** The item that a row of a correction without faults stands for. */
public final class CorrectedProject {

  private CorrectedProject() {}

  /**
   * @param read null for an item that a person added
   */
  public static DraftProject of(Correction.Item item, DraftProject read, int year) {
    return new DraftProject(
        item.number(),
        item.ordinal(),
        item.title(),
        item.text(),
        item.line(),
        named(item.leads()),
        named(item.supports()),
        item.deadlinePhrase(),
        milestones(item, read, year),
        item.commitments().stream().map(CorrectedProject::commitment).toList(),
        List.of(),
        read == null ? List.of() : read.parents(),
        read == null ? List.of() : read.leaders(),
        List.of());
  }

  private static List<String> named(List<String> names) {
    return names.stream().filter(name -> !name.isEmpty()).toList();
  }

  /** One that was read keeps how it was read; one that a person set has no rule. */
  private static List<DraftMilestone> milestones(
      Correction.Item item, DraftProject read, int year) {
    List<DraftMilestone> known =
        Stream.concat(
                read == null ? Stream.empty() : read.milestones().stream(),
                DeadlinePhraseReader.read(item.deadlinePhrase(), year).milestones().stream())
            .toList();
    return item.milestones().stream()
        .map(
            due ->
                known.stream()
                    .filter(milestone -> Correction.Due.of(milestone).equals(due))
                    .findFirst()
                    .orElseGet(() -> ownMilestone(due, item)))
        .toList();
  }

  private static DraftMilestone ownMilestone(Correction.Due due, Correction.Item item) {
    return new DraftMilestone(
        due.kind(),
        due.due().isEmpty() ? null : LocalDate.parse(due.due()),
        due.phrase().isEmpty() ? item.deadlinePhrase() : due.phrase(),
        null,
        null);
  }

  private static DraftCommitment commitment(Correction.Promise promise) {
    return new DraftCommitment(
        promise.metric(),
        promise.operator(),
        promise.target(),
        promise.unit(),
        promise.text().isEmpty() ? promise.metric() : promise.text());
  }
}
