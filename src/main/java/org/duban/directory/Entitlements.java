package org.duban.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.duban.security.Accounts;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Who may do now what is a department's, its head's, the supervising office's or a leader's to do:
 * whoever belongs there by the directory, and whoever stands in today for one who does. An account
 * that the directory doesn't have is what its own groups make it.
 */
@Component
public class Entitlements {

  private final Directory directory;
  private final SubstitutionRows substitutions;
  private final Accounts accounts;
  private final Clock clock;

  // Accounts are the engine's, which is built with those who ask here.
  Entitlements(
      Directory directory, SubstitutionRows substitutions, @Lazy Accounts accounts, Clock clock) {
    this.directory = directory;
    this.substitutions = substitutions;
    this.accounts = accounts;
    this.clock = clock;
  }

  public boolean actsForDepartment(String userId, String department) {
    return actsIn(userId, "department-" + department);
  }

  /**
   * @param holder a department's code or the supervising office
   */
  public boolean actsAsHeadOf(String userId, String holder) {
    return actsIn(userId, "head-" + holder);
  }

  public boolean actsForOffice(String userId) {
    return actsIn(userId, Directory.SUPERVISING_OFFICE);
  }

  public boolean actsAsLeader(String userId) {
    return actsIn(userId, Directory.LEADER);
  }

  private boolean actsIn(String userId, String group) {
    if (belongs(userId, group)) {
      return true;
    }
    Instant now = clock.instant();
    return substitutions.absentBehind(userId, LocalDate.now(clock), now).stream()
        .anyMatch(absent -> belongs(absent, group));
  }

  private boolean belongs(String userId, String group) {
    return directory
        .account(userId)
        .map(Account::groups)
        .or(() -> accounts.groupsOf(userId))
        .orElse(Set.of())
        .contains(group);
  }
}
