package org.duban.notification;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells how many letters are dead; that alone doesn't make a node ill. */
@Component
class OutboxHealthIndicator implements HealthIndicator {

  private final DeadLetters deadLetters;

  OutboxHealthIndicator(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  @Override
  public Health health() {
    return Health.up().withDetail("dead", deadLetters.count()).build();
  }
}
