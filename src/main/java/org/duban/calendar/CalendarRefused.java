package org.duban.calendar;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Ends a start with the sentence alone when a setting, a zone or a year's file is wrong. */
public class CalendarRefused implements FailureAnalyzer {

  @Override
  public FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClockMisset) {
        return new FailureAnalysis(cause.getMessage(), "请改正该设置后重新启动。", cause);
      }
      if (cause instanceof ZonesDiffer) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
      }
      if (cause instanceof CalendarBroken) {
        return new FailureAnalysis(cause.getMessage(), "请改正日历文件后重新启动。", cause);
      }
    }
    return null;
  }
}
