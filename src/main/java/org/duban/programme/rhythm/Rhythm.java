package org.duban.programme.rhythm;

import org.duban.programme.InvalidSubmission;

/**
 * How often a long-term project reports, and by which day.
 *
 * @param day of the month in which a report is due, for a quarter of its last month; 1 to 28
 */
public record Rhythm(Every every, int day) {

  /** How long a reporting period is. */
  public enum Every {
    MONTH(1, "每月"),
    QUARTER(3, "每季度末月");

    private final int months;
    private final String words;

    Every(int months, String words) {
      this.months = months;
      this.words = words;
    }

    int months() {
      return months;
    }
  }

  private static final int LAST_DAY_OF_ALL_MONTHS = 28;

  /**
   * @throws InvalidSubmission for a day that some month doesn't have
   */
  public Rhythm {
    if (day < 1 || day > LAST_DAY_OF_ALL_MONTHS) {
      throw new InvalidSubmission("报告日应在 1 到 28 之间，收到的是 " + day + "。");
    }
  }

  /** Such as 每月 5 日前. */
  public String words() {
    return every.words + " " + day + " 日前";
  }
}
