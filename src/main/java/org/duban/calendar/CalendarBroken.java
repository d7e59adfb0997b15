package org.duban.calendar;

/** A year's file contradicts itself or another; the message names the file and the day. */
public class CalendarBroken extends RuntimeException {

  CalendarBroken(String sentence) {
    super(sentence);
  }

  CalendarBroken(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
