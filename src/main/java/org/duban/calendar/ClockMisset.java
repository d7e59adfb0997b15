package org.duban.calendar;

/** A setting of zone, clock or calendar can't be understood; the message names it. */
public class ClockMisset extends RuntimeException {

  ClockMisset(String setting, String value, String wanted, Throwable cause) {
    super("设置 " + setting + " 的值“" + value + "”不对:" + wanted + "。", cause);
  }
}
