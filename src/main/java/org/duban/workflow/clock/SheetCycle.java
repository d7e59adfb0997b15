package org.duban.workflow.clock;

import java.time.Clock;
import java.time.LocalTime;
import org.duban.escalation.DeadlineSheet;

/**
 * What the timer of the deadline watch asks. Public, since the engine's expressions call public
 * types only.
 */
public final class SheetCycle {

  private final DeadlineSheet sheet;
  private final Clock clock;

  SheetCycle(DeadlineSheet sheet, Clock clock) {
    this.sheet = sheet;
    this.clock = clock;
  }

  /**
   * The next tick as the engine's cron expression. It's asked anew each time the timer has fired,
   * since no one expression can say 00:00 and 08:30.
   */
  public String cycle() {
    LocalTime next = LocalTime.ofInstant(sheet.nextTick(clock.instant()), clock.getZone());
    return "%d %d %d * * ?".formatted(next.getSecond(), next.getMinute(), next.getHour());
  }
}
