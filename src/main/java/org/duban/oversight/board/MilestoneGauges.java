package org.duban.oversight.board;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.escalation.Light;
import org.duban.oversight.counter.Tally;
import org.duban.programme.MilestoneState;
import org.duban.security.Caller;
import org.springframework.stereotype.Component;

/** How many obligations there are, by light while they are owed, and by state. */
@Component
public class MilestoneGauges implements MeterBinder {

  private final Tally tally;
  private final Clock clock;

  public MilestoneGauges(Tally tally, Clock clock) {
    this.tally = tally;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Scrape reading = new Scrape(registry.config().clock(), this::counted);
    for (Light light : Light.values()) {
      Gauge.builder("duban.milestones", () -> reading.now().light(light))
          .description("Obligations that are owed, by light")
          .tag("light", light.name())
          .register(registry);
    }
    for (MilestoneState state : MilestoneState.values()) {
      Gauge.builder("duban.milestones.state", () -> reading.now().state(state))
          .description("Obligations, by state")
          .tag("state", state.name())
          .register(registry);
    }
  }

  /** As it is now. */
  public Counts counted() {
    BoardFilter whole = BoardFilter.of(null, null, null, null, clock);
    BoardCounts all =
        tally.atOneMoment(
            Caller.system(),
            moment ->
                BoardCounts.read(
                    moment, List.of(whole.counted()), whole.part(), whole, LocalDate.now(clock)));
    return new Counts(all.lights(), all.by(MilestoneState.class, BoardCounts.Row::state));
  }

  public record Counts(Map<Light, Long> lights, Map<MilestoneState, Long> states) {

    long light(Light light) {
      return lights.get(light);
    }

    long state(MilestoneState state) {
      return states.get(state);
    }
  }
}
