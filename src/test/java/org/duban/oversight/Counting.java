package org.duban.oversight;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duban.oversight.board.MilestoneGauges;
import org.duban.oversight.counter.Tally;
import org.duban.oversight.ledger.LedgerRows;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.security.Caller;
import org.springframework.boot.test.context.TestComponent;

/** Works the counts in when a test says so, and tells what ledger and metrics say at the moment. */
@TestComponent
public class Counting {

  private final Tally tally;
  private final LedgerRows ledger;
  private final Clock clock;

  Counting(Tally tally, LedgerRows ledger, Clock clock) {
    this.tally = tally;
    this.ledger = ledger;
    this.clock = clock;
  }

  public void fold() {
    tally.fold();
  }

  /** The ledger's obligations with item, first and present day, light while owed, and level. */
  public Map<String, Long> ledger() {
    Map<String, Long> rows = new TreeMap<>();
    ledger.eachObligation(
        MilestoneFilter.ANY,
        new Caller("leader", Set.of("leader")),
        row -> {
          MilestoneRow one = row.milestone();
          String light = one.state().open() ? one.light().name() : "";
          rows.merge(
              "%d %s %s %s %d"
                  .formatted(one.ordinal(), one.originalDue(), one.due(), light, one.level()),
              1L,
              Long::sum);
        });
    return rows;
  }

  /** How many obligations there are of each light and state, as a collector reads them now. */
  public Map<String, Long> measured() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    new MilestoneGauges(tally, clock).bindTo(registry);
    Map<String, Long> counts = new TreeMap<>();
    for (Gauge gauge : registry.find("duban.milestones").gauges()) {
      gauge.getId().getTags().stream()
          .map(Tag::getValue)
          .forEach(tag -> counts.put(tag, (long) gauge.value()));
    }
    for (Gauge gauge : registry.find("duban.milestones.state").gauges()) {
      gauge.getId().getTags().stream()
          .map(Tag::getValue)
          .forEach(tag -> counts.put(tag, (long) gauge.value()));
    }
    return counts;
  }
}
