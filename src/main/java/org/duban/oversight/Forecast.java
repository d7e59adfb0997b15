package org.duban.oversight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.duban.notice.MilestoneKind;

/**
 * A programme's year: who has how much to do, and what came when.
 *
 * @param workload the department with the most tasks first
 * @param daysOff the due dates on which no office works
 * @param striking loads that someone should look at before the list is sent out
 * @param calendar in the order of the days
 */
public record Forecast(
    String title,
    List<Load> workload,
    List<DayOff> daysOff,
    List<Striking> striking,
    List<Day> calendar) {

  /**
   * A department's part in the list.
   *
   * @param leads how many projects it leads
   * @param supports how many it supports under its own name, signing or not
   * @param collective how many more it supports as one of a collective unit
   * @param months the months in which something is due from it, in their order
   */
  public record Load(
      String department,
      String name,
      int leads,
      int supports,
      int collective,
      List<Month> months) {}

  /** The tasks that fall due in a month. */
  public record Month(YearMonth month, int reports, int consolidations, int signOffs) {

    int tasks() {
      return reports + consolidations + signOffs;
    }
  }

  /** A due date on a weekend or holiday, and the last working day before it. */
  public record DayOff(
      int ordinal, String title, MilestoneKind kind, LocalDate due, LocalDate workingDayBefore) {}

  /** A load out of proportion, told in a sentence. */
  public record Striking(String department, String name, String sentence) {}

  /**
   * One line of the calendar.
   *
   * @param kind null when it's about the whole project
   * @param what DUE, a rung of the ladder, ACKNOWLEDGE, or a kind of happening
   * @param who user ids of the people told, or codes of the departments that owe or did something
   */
  public record Day(
      LocalDate day,
      int ordinal,
      String title,
      MilestoneKind kind,
      LocalDate due,
      String what,
      List<String> who) {}
}
