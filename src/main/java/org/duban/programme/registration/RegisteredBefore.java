package org.duban.programme.registration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duban.directory.Directory;
import org.duban.notice.Draft;
import org.duban.notice.DraftProject;
import org.duban.notice.Flag;
import org.duban.programme.DraftNotRegistrable;
import org.duban.programme.Programme;
import org.duban.programme.register.ProgrammeRows;
import org.springframework.stereotype.Component;

/**
 * Tells whether a list stands in a programme already: the very same one, in whatever file it comes,
 * or one of that year whose items are all among the programme's, word for word. Where half of them
 * are, it may be a revised list, and that is doubted.
 */
@Component
class RegisteredBefore {

  private static final String CODE = "ALREADY_REGISTERED";
  private static final String IN_PART = "PARTLY_REGISTERED";

  /** What is said of a list, and of which programme. */
  record Doubt(String programmeId, Flag flag) {}

  private final ProgrammeRows rows;
  private final DraftDigest digests;
  private final Directory directory;

  RegisteredBefore(ProgrammeRows rows, DraftDigest digests, Directory directory) {
    this.rows = rows;
    this.digests = digests;
    this.directory = directory;
  }

  Optional<Programme> find(Draft draft) {
    String tenant = directory.publisher().code();
    return rows.withDigest(tenant, digests.of(draft))
        .or(
            () ->
                draft.projects().isEmpty()
                    ? Optional.empty()
                    : rows.withItems(
                        tenant,
                        draft.year(),
                        draft.projects().stream().map(DraftProject::title).toList(),
                        draft.projects().stream().map(DraftProject::text).toList()));
  }

  /** The programme that holds it, or else the one that holds most of its items. */
  Optional<Doubt> doubt(Draft draft) {
    return find(draft)
        .map(before -> new Doubt(before.id(), flag(before)))
        .or(
            () ->
                rows.withMostItems(
                        directory.publisher().code(),
                        draft.year(),
                        draft.projects().stream().map(DraftProject::title).toList(),
                        draft.projects().stream().map(DraftProject::text).toList())
                    .filter(most -> most.items() * 2 >= draft.projects().size())
                    .map(most -> new Doubt(most.id(), inPart(draft, most))));
  }

  private static Flag inPart(Draft draft, ProgrammeRows.Overlap most) {
    return new Flag(
        IN_PART,
        1,
        "这份清单的 "
            + draft.projects().size()
            + " 项中，有 "
            + most.items()
            + " 项与《"
            + most.title()
            + "》（编号 "
            + most.id()
            + "）所列逐字相同。如是修订后的清单，请作为修订提交（POST /programmes/"
            + most.id()
            + "/revisions），以免同一事项立项两次。");
  }

  /** What is said to whoever brings it again; it can be registered once more all the same. */
  static Flag flag(Programme before) {
    return new Flag(
        CODE,
        1,
        "这份清单已经立项：《"
            + before.title()
            + "》，编号 "
            + before.id()
            + "，共 "
            + before.projects()
            + " 项。再次立项会另立一份。");
  }

  /** The draft with this doubt among its flags, where it stands. */
  Draft flagged(Draft draft) {
    return doubt(draft)
        .map(
            doubt ->
                new Draft(
                    draft.title(),
                    draft.year(),
                    draft.projects(),
                    Stream.concat(draft.flags().stream(), Stream.of(doubt.flag())).toList()))
        .orElse(draft);
  }

  /** Refuses what was registered before. */
  void check(Draft draft) {
    find(draft)
        .ifPresent(
            before -> {
              throw new DraftNotRegistrable(flag(before));
            });
  }

  static boolean says(List<Flag> flags) {
    return flags.stream().anyMatch(flag -> flag.code().equals(CODE));
  }
}
