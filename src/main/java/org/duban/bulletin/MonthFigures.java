package org.duban.bulletin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.notice.Operator;
import org.duban.oversight.Standing;

/**
 * What a bulletin tells of its month.
 *
 * @param counts of the obligations by how they stood; what was withdrawn is in none of the others
 * @param ongoing how many long-term projects ran
 * @param periods how many of their reports were due in the month
 * @param periodsDone how many of these were in and accepted
 * @param departments by the obligations they lead
 * @param promises what was promised for this month, and what was reached
 * @param laggards the longest overdue first
 * @param extensions that were answered in the month, or had taken a date out of it
 * @param blamed what was on the third level of the ladder in the month
 * @param signOffs past their own day and not given, by department, the most first
 * @param coming what is due in the next month
 */
record MonthFigures(
    MonthEnd end,
    int programmes,
    int projects,
    Map<Standing, Integer> counts,
    int ongoing,
    int periods,
    int periodsDone,
    List<Department> departments,
    List<Promise> promises,
    List<Laggard> laggards,
    List<Extension> extensions,
    List<Blamed> blamed,
    List<SignOff> signOffs,
    List<PastMilestone> coming) {

  record Department(String name, Map<Standing, Integer> counts) {

    int of(Standing standing) {
      return counts.getOrDefault(standing, 0);
    }

    int total() {
      return totalOf(counts);
    }
  }

  /**
   * @param actual null when none was reported by then
   */
  record Promise(
      String item,
      String metric,
      Operator operator,
      BigDecimal target,
      String unit,
      BigDecimal actual) {

    /** How the reached figure compares to the promised one. */
    String verdict() {
      if (actual == null) {
        return "未报";
      }
      int compared = actual.compareTo(target);
      return switch (operator) {
        case GE -> compared >= 0 ? "达到" : "未达到";
        case LE -> compared <= 0 ? "达到" : "超出";
        case EQ, APPROX -> compared == 0 ? "达到" : compared < 0 ? "低于目标" : "高于目标";
      };
    }
  }

  /**
   * @param daysPastDue calendar days
   * @param held whose working days it took, in words
   */
  record Laggard(PastMilestone milestone, long daysPastDue, String held) {}

  record Extension(
      String item,
      LocalDate due,
      LocalDate newDue,
      String department,
      String reason,
      boolean granted) {}

  /**
   * @param responsible names of those who had it in hand
   * @param liftedOn null while it lasted
   */
  record Blamed(String item, LocalDate due, String responsible, LocalDate on, LocalDate liftedOn) {}

  /**
   * Asked of a supporting department and not given by its own day.
   *
   * @param item with its milestone
   * @param daysPastDue calendar days
   */
  record SignOff(String department, String item, LocalDate due, long daysPastDue) {}

  public int of(Standing standing) {
    return counts.getOrDefault(standing, 0);
  }

  /** Without what was withdrawn. */
  int total() {
    return totalOf(counts);
  }

  int done() {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().done())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static int totalOf(Map<Standing, Integer> counts) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey() != Standing.WITHDRAWN)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
