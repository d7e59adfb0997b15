package org.duban.programme.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.directory.Directory;
import org.duban.notice.Correction;
import org.duban.notice.Draft;
import org.duban.notice.Finding;
import org.duban.notice.Flag;
import org.springframework.stereotype.Component;

/** What the API shows of drafts. */
@Component
class DraftPages {

  /**
   * A draft with all that a person needs to correct it.
   *
   * @param lines the text, line by line
   * @param read what was read in it, with each field's places
   * @param draft as corrected so far
   * @param flags what stands: first what blocks registration, then the doubts
   * @param departments the names that a list of that year may carry
   * @param may what the caller can do with it now
   */
  record Page(
      String id,
      int version,
      DraftState state,
      boolean fourEyes,
      String draftedBy,
      Instant draftedAt,
      Instant changedAt,
      String submittedBy,
      Instant submittedAt,
      String returnedBy,
      String returnReason,
      String programme,
      List<DraftAct> may,
      List<String> lines,
      Draft read,
      Correction draft,
      List<Standing> flags,
      List<String> departments) {}

  /**
   * A flag that stands.
   *
   * @param seen whether it was ticked as seen; what blocks can't be
   * @param project index of the item, null when the list as a whole is meant
   * @param field the field it is about, empty when no single one is meant
   * @param nearest names that might have been meant
   */
  record Standing(
      String code,
      int line,
      String message,
      boolean blocking,
      boolean seen,
      Integer project,
      String field,
      List<String> nearest) {}

  private final Drafts drafts;
  private final Directory directory;

  DraftPages(Drafts drafts, Directory directory) {
    this.drafts = drafts;
    this.directory = directory;
  }

  Page page(KeptDraft draft, String user) {
    return new Page(
        draft.id(),
        draft.version(),
        draft.state(),
        drafts.policy().fourEyes(),
        draft.draftedBy(),
        draft.draftedAt(),
        draft.changedAt(),
        draft.submittedBy(),
        draft.submittedAt(),
        draft.returnedBy(),
        draft.returnReason(),
        draft.programmeId(),
        drafts.policy().allowed(draft.state(), draft.draftedBy(), user),
        draft.reading().lines(),
        draft.reading().draft(),
        draft.correction(),
        standing(draft),
        departments(draft.correction().year()));
  }

  private List<Standing> standing(KeptDraft draft) {
    Set<Flag> seen = new HashSet<>(draft.seen());
    List<Standing> all =
        drafts.findings(draft).stream().map(finding -> standing(finding, seen)).toList();
    return Stream.concat(
            all.stream().filter(Standing::blocking),
            all.stream().filter(standing -> !standing.blocking()))
        .toList();
  }

  private static Standing standing(Finding finding, Set<Flag> seen) {
    Flag flag = finding.flag();
    return new Standing(
        flag.code(),
        flag.line(),
        flag.message(),
        flag.blocking(),
        !flag.blocking() && seen.contains(flag),
        finding.project(),
        finding.field(),
        finding.nearest());
  }

  private List<String> departments(int year) {
    return year < 1 || year > 9999 ? List.of() : directory.names(LocalDate.of(year, 1, 1));
  }
}
