package org.duban.calendar;

import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/**
 * Component {@code clock} of the health page: the zone, the nodes, and how far the clock is from
 * the database's. Out of step it is out of service, and so is the page's sum; the probes of
 * liveness and readiness don't ask it, since the node still serves its pages.
 */
class ClockHealth extends AbstractHealthIndicator {

  private final Clock clock;
  private final ZoneCheck zones;
  private final Nodes nodes;
  private final Optional<ClockComparison> comparison;

  ClockHealth(Clock clock, ZoneCheck zones, Nodes nodes, Optional<ClockComparison> comparison) {
    this.clock = clock;
    this.zones = zones;
    this.nodes = nodes;
    this.comparison = comparison;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health
        .up()
        .withDetail("zone", clock.getZone().getId())
        .withDetail("databaseZone", zones.sessionZone())
        .withDetail("nodes", nodes.running());
    comparison.ifPresentOrElse(
        compared -> tell(health, compared.last(), compared),
        () -> health.withDetail("note", "时钟是模拟的，不与数据库的时钟比对。"));
  }

  private static void tell(Health.Builder health, ClockCompared last, ClockComparison comparison) {
    health
        .withDetail("skewMillis", last.skew().toMillis())
        .withDetail("maxSkewMillis", comparison.most().toMillis());
    if (!last.inStep()) {
      health.outOfService().withDetail("warning", "本节点的时钟与数据库相差过大，已停止执行流程作业；请校准时钟（NTP），恢复一致后自动继续。");
    }
  }
}
