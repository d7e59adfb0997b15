package org.duban.oversight.milestone;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.duban.directory.Directory;
import org.duban.oversight.HeldDays;
import org.duban.oversight.PastHoldings;
import org.duban.programme.Role;
import org.springframework.stereotype.Component;

/** Whose days a milestone took. */
@Component
public class Attribution {

  /** See {@link HeldDays.Held}. */
  public record Share(
      String holder, String name, Role role, int workingDays, int pastDueWorkingDays) {}

  private final PastHoldings holdings;
  private final Directory directory;
  private final Clock clock;

  Attribution(PastHoldings holdings, Directory directory, Clock clock) {
    this.holdings = holdings;
    this.directory = directory;
    this.clock = clock;
  }

  /** What is still held counts up to today. */
  public List<Share> of(MilestoneRow milestone) {
    if (milestone.due() == null) {
      return List.of();
    }
    Instant now = clock.instant().plus(1, ChronoUnit.MICROS);
    return holdings
        .of(Map.of(milestone.id(), milestone.due()), now, LocalDate.now(clock))
        .get(milestone.id())
        .stream()
        .map(
            held ->
                new Share(
                    held.holder(),
                    directory.nameOf(held.holder()),
                    held.role(),
                    held.workingDays(),
                    held.pastDue()))
        .toList();
  }
}
