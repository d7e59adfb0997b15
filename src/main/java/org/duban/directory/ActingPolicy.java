package org.duban.directory;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.audit.Entry;

/** In whose place somebody acted, told from what was done and for which department. */
final class ActingPolicy {

  private final Directory directory;

  ActingPolicy(Directory directory) {
    this.directory = directory;
  }

  /**
   * @param absent the persons whom the one in the entry stood in for
   * @return empty when they had the right themselves, or none of these gave it
   */
  Optional<String> actingFor(Entry entry, List<String> absent) {
    Set<String> needed = groupsThatMay(entry);
    if (mayByThemselves(entry.who(), needed)) {
      return Optional.empty();
    }
    return absent.stream().filter(person -> mayByThemselves(person, needed)).findFirst();
  }

  private boolean mayByThemselves(String person, Set<String> needed) {
    return directory
        .account(person)
        .filter(account -> !Collections.disjoint(account.groups(), needed))
        .isPresent();
  }

  /** What is done for no department, the supervising office does, or the leader. */
  private static Set<String> groupsThatMay(Entry entry) {
    if (entry.onBehalfOf() == null) {
      return switch (entry.what()) {
        case INSTRUCTED, EXTENSION_APPROVED -> Set.of(Directory.LEADER);
        case EXTENSION_REFUSED -> Set.of(Directory.SUPERVISING_OFFICE, Directory.LEADER);
        default -> Set.of(Directory.SUPERVISING_OFFICE);
      };
    }
    String group = entry.what().byHead() ? "head-" : "department-";
    return Set.of(group + entry.onBehalfOf());
  }
}
