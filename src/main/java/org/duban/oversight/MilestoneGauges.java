package org.duban.oversight;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.Map;
import org.duban.escalation.Light;
import org.duban.programme.MilestoneState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many obligations there are, by light while they are owed, and by state. */
@Component
class MilestoneGauges implements MeterBinder {

  private static final String SQL =
      """
      select o.state, o.light, count(*) from milestone_overview o where o.due is not null group by 1, 2
      """;

  private final JdbcClient jdbc;

  MilestoneGauges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Reading reading = new Reading(registry.config().clock(), this::counted);
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

  private Counts counted() {
    Map<Light, Long> lights = new EnumMap<>(Light.class);
    Map<MilestoneState, Long> states = new EnumMap<>(MilestoneState.class);
    jdbc.sql(SQL)
        .query(
            row -> {
              MilestoneState state = MilestoneState.valueOf(row.getString(1));
              states.merge(state, row.getLong(3), Long::sum);
              if (state.open()) {
                lights.merge(Light.valueOf(row.getString(2)), row.getLong(3), Long::sum);
              }
            });
    return new Counts(lights, states);
  }

  record Counts(Map<Light, Long> lights, Map<MilestoneState, Long> states) {

    long light(Light light) {
      return lights.getOrDefault(light, 0L);
    }

    long state(MilestoneState state) {
      return states.getOrDefault(state, 0L);
    }
  }
}
