package org.duban.calendar;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Shows this node among the others and compares its clock, from its start and every half minute of
 * real time. Where time is simulated there is nothing to compare.
 */
class NodeWatch {

  private final Nodes nodes;
  private final Optional<ClockComparison> comparison;
  private final ApplicationEventPublisher events;

  /**
   * @throws ZonesDiffer when the JVM, the database or a running node counts in another zone
   */
  NodeWatch(
      ZoneCheck zones,
      Nodes nodes,
      Optional<ClockComparison> comparison,
      ApplicationEventPublisher events) {
    this.nodes = nodes;
    this.comparison = comparison;
    this.events = events;
    zones.check();
    nodes.join();
  }

  /** The first look, once the program is ready, is what lets the engine's jobs begin. */
  @EventListener(ApplicationReadyEvent.class)
  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  void look() {
    Optional<ClockCompared> compared = comparison.map(ClockComparison::compare);
    nodes.beat(compared.map(ClockCompared::skew).orElse(null));
    compared.ifPresent(events::publishEvent);
  }

  @PreDestroy
  void leave() {
    nodes.leave();
  }
}
