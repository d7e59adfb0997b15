package org.duban.calendar;

/** A setting of the clock, {@code duban.zone} or {@code duban.clock.start}, can't be understood. */
public class ClockMisset extends RuntimeException {

  ClockMisset(String setting, String value, String wanted, Throwable cause) {
    super("设置 " + setting + " 的值“" + value + "”不对:" + wanted + "。", cause);
  }
}
