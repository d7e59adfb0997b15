package org.duban.workflow.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.duban.calendar.SimulatedClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Moves the simulated time for us and for the engine alike. Nothing runs by itself there: what
 * falls due on the way is run here, each at its own time, so that whoever moved the clock finds it
 * done.
 */
@Component
@Profile({"demo", "test"})
public class EngineClock {

  private final SimulatedClock clock;
  private final ManagementService management;

  EngineClock(SimulatedClock clock, ManagementService management) {
    this.clock = clock;
    this.management = management;
  }

  /** Gives the engine our time. */
  public void set() {
    ClockUtil.setCurrentTime(Date.from(clock.instant()));
  }

  public Clock clock() {
    return clock;
  }

  /**
   * @throws IllegalArgumentException when the time lies before the present one; nothing has moved
   */
  public synchronized void moveTo(Instant target) {
    for (Optional<Job> next = nextDue(target); next.isPresent(); next = nextDue(target)) {
      Instant due = next.get().getDuedate().toInstant();
      step(due.isAfter(clock.instant()) ? due : clock.instant());
      management.executeJob(next.get().getId());
    }
    step(target);
  }

  private Optional<Job> nextDue(Instant target) {
    return management
        .createJobQuery()
        .timers()
        .active()
        .withRetriesLeft()
        .duedateLowerThan(Date.from(target.plusMillis(1)))
        .orderByJobDuedate()
        .asc()
        .listPage(0, 1)
        .stream()
        .findFirst();
  }

  private void step(Instant time) {
    clock.moveTo(time);
    set();
  }
}
