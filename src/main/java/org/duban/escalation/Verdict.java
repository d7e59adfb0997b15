package org.duban.escalation;

import java.util.Set;

/**
 * What the deadline policy says of a milestone on a day.
 *
 * @param level 0 when nothing is escalated, else the level of the escalation
 * @param actionRequired whether people get tasks, and not just messages
 */
public record Verdict(
    Rung rung, Light light, int level, Set<Audience> audience, boolean actionRequired) {

  public Verdict {
    audience = Set.copyOf(audience);
  }

  Verdict with(Light other) {
    return new Verdict(rung, other, level, audience, actionRequired);
  }
}
