package org.duban.programme;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duban.directory.Directory;
import org.duban.notice.Draft;
import org.duban.notice.DraftProject;
import org.duban.notice.Flag;
import org.springframework.stereotype.Component;

/**
 * Tells whether a list stands in a programme already: the very same one, in whatever file it comes,
 * or one of that year whose items are all among the programme's, word for word.
 */
@Component
class RegisteredBefore {

  private static final String CODE = "ALREADY_REGISTERED";

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
    return find(draft)
        .map(
            before ->
                new Draft(
                    draft.title(),
                    draft.year(),
                    draft.projects(),
                    Stream.concat(draft.flags().stream(), Stream.of(flag(before))).toList()))
        .orElse(draft);
  }

  /** Refuses what was registered before. */
  void check(Draft draft) {
    find(draft)
        .ifPresent(
            before -> {
              throw new DraftNotRegistrable(before);
            });
  }

  static boolean says(List<Flag> flags) {
    return flags.stream().anyMatch(flag -> flag.code().equals(CODE));
  }
}
