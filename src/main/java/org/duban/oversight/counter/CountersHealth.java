package org.duban.oversight.counter;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Component {@code counters} of the health page: what the last daily comparison of the board's
 * counters found, and a warning until the next one when it found and mended a difference.
 */
@Component("countersHealthIndicator")
class CountersHealth extends AbstractHealthIndicator {

  private static final Status WARNING = new Status("WARNING");

  private final Counters counters;

  CountersHealth(Counters counters) {
    this.counters = counters;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up();
    counters
        .last()
        .ifPresent(
            check -> {
              health.withDetail("drift", check.drift()).withDetail("checkedAt", check.checkedAt());
              if (check.drift() > 0) {
                health.status(WARNING).withDetail("warning", sentence(check.drift()));
              }
            });
  }

  private static String sentence(long drift) {
    return "督查看板的计数有 " + drift + " 处与台账不符，已按台账重新计数；请把日志交给维护人员查明原因。";
  }
}
