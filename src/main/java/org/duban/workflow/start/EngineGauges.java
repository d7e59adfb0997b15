package org.duban.workflow.start;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Whether the engine keeps up: its jobs that are due, how long the oldest is, and incidents. */
@Component
class EngineGauges implements MeterBinder {

  private final ManagementService management;
  private final RuntimeService runtime;
  private final Clock clock;

  EngineGauges(ManagementService management, RuntimeService runtime, Clock clock) {
    this.management = management;
    this.runtime = runtime;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("duban.jobs.due", () -> management.createJobQuery().executable().count())
        .description("Jobs of the engine that are due")
        .register(registry);
    Gauge.builder("duban.jobs.age", this::age)
        .description("How long the job is due that waits longest, the sheet's tick among them")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("duban.incidents", () -> runtime.createIncidentQuery().count())
        .description("Jobs that failed for good")
        .register(registry);
  }

  /** In seconds, 0 when none is due. */
  private long age() {
    Date now = Date.from(clock.instant());
    return management
        .createJobQuery()
        .duedateLowerThan(now)
        .orderByJobDuedate()
        .asc()
        .listPage(0, 1)
        .stream()
        .findFirst()
        .map(job -> Duration.between(job.getDuedate().toInstant(), now.toInstant()).toSeconds())
        .orElse(0L);
  }
}
