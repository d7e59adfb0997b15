package org.duban.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.duban.calendar.DueDayPolicy.OnDayOff;
import org.springframework.core.env.PropertyResolver;

/** Reads the settings of zone, clock and calendar that are single words. */
final class ClockSettings {

  private static final String ZONE = "duban.zone";
  private static final String START = "duban.clock.start";
  private static final String DUE_ON_DAY_OFF = "duban.due-on-day-off";

  private ClockSettings() {}

  /**
   * Asia/Shanghai unless another is set.
   *
   * @throws ClockMisset when the setting names no zone
   */
  static ZoneId zone(PropertyResolver settings) {
    String id = settings.getProperty(ZONE, "Asia/Shanghai");
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new ClockMisset(ZONE, id, "须为时区名,例如 Asia/Shanghai", e);
    }
  }

  /**
   * Where a simulated clock first stands: a local date and time in the zone, 2021-05-20T08:30
   * unless another is set.
   *
   * @throws ClockMisset when the setting is no such time
   */
  static Instant start(PropertyResolver settings) {
    String start = settings.getProperty(START, "2021-05-20T08:30");
    try {
      return LocalDateTime.parse(start).atZone(zone(settings)).toInstant();
    } catch (DateTimeException e) {
      throw new ClockMisset(START, start, "须为日期和时间,例如 2021-05-20T08:30", e);
    }
  }

  /**
   * What becomes of a due day on a day off; it stays unless another is set.
   *
   * @throws ClockMisset when the setting is no such choice
   */
  static OnDayOff dueOnDayOff(PropertyResolver settings) {
    String choice = settings.getProperty(DUE_ON_DAY_OFF, OnDayOff.STAY.name());
    try {
      return OnDayOff.valueOf(choice);
    } catch (IllegalArgumentException e) {
      throw new ClockMisset(
          DUE_ON_DAY_OFF, choice, "须为 STAY、NEXT_WORKING_DAY 或 PREVIOUS_WORKING_DAY", e);
    }
  }
}
