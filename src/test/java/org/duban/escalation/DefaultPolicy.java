package org.duban.escalation;

import java.util.Set;

/** The ladder that comes with the program, said once more in Java. */
public final class DefaultPolicy implements DeadlinePolicy {

  @Override
  public String version() {
    return "default";
  }

  @Override
  public Verdict decide(Situation situation) {
    int days = situation.workingDays();
    return switch (situation.term()) {
      case MILESTONE -> milestone(days);
      case SIGN_OFF -> signOff(days);
      case RECOVERY -> recovery(days);
    };
  }

  private static Verdict milestone(int days) {
    if (days < -10) {
      return verdict(Rung.NONE, Light.GREEN, 0, false);
    }
    if (days < -3) {
      return verdict(Rung.REMINDER, Light.GREEN, 0, false, Audience.HANDLER);
    }
    if (days < 1) {
      return verdict(Rung.WARNING, Light.YELLOW, 0, false, Audience.HANDLER, Audience.HEAD);
    }
    if (days < 3) {
      return verdict(Rung.LEVEL_1, Light.RED, 1, false, Audience.HEAD);
    }
    return days < 10
        ? verdict(Rung.LEVEL_2, Light.RED, 2, true, Audience.HEAD, Audience.LEADER)
        : verdict(
            Rung.LEVEL_3, Light.RED, 3, false, Audience.HEAD, Audience.LEADER, Audience.OFFICE);
  }

  private static Verdict signOff(int days) {
    if (days < -1) {
      return verdict(Rung.NONE, Light.GREEN, 0, false);
    }
    if (days < 1) {
      return verdict(Rung.REMINDER, Light.YELLOW, 0, false, Audience.HANDLER);
    }
    return verdict(Rung.LEVEL_1, Light.RED, 1, false, Audience.HEAD);
  }

  private static Verdict recovery(int days) {
    if (days < -1) {
      return verdict(Rung.NONE, Light.GREEN, 0, false);
    }
    return days < 1
        ? verdict(Rung.REMINDER, Light.YELLOW, 0, false, Audience.HANDLER, Audience.HEAD)
        : verdict(
            Rung.LEVEL_2, Light.RED, 2, false, Audience.HEAD, Audience.LEADER, Audience.OFFICE);
  }

  private static Verdict verdict(
      Rung rung, Light light, int level, boolean action, Audience... audience) {
    return new Verdict(rung, light, level, Set.of(audience), action);
  }
}
