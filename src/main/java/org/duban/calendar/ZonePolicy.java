package org.duban.calendar;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Whether two names of zones always mean the same time. */
final class ZonePolicy {

  private ZonePolicy() {}

  /**
   * True for names of one set of rules, such as Asia/Shanghai and PRC.
   *
   * @param name a name of the database or another node; one that Java doesn't know agrees with
   *     nothing
   */
  static boolean agree(ZoneId zone, String name) {
    try {
      return ZoneId.of(name).getRules().equals(zone.getRules());
    } catch (DateTimeException unknown) {
      return false;
    }
  }
}
