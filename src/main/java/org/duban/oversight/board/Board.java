package org.duban.oversight.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.escalation.Light;
import org.duban.escalation.OwnTerm;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.HeldDays;
import org.duban.oversight.Standing;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.oversight.milestone.PageOf;
import org.duban.programme.MilestoneState;
import org.duban.programme.Role;

/**
 * Who owes what, within the caller's reach. Obligations are counted: the periods of a rhythm count,
 * the rhythm itself doesn't.
 *
 * @param lights open milestones by light
 * @param states all milestones by state
 * @param departments what each department has in hand, by light; those that hold nothing are left
 *     out
 * @param leads the heat map: what each lead department answers for
 * @param supports the heat map's rows of those who support: their sign-offs
 * @param timeline the twelve months of the year
 * @param nextDue the next days on which something is due
 * @param programmes the newest first
 * @param terms what else has a day of its own besides the milestones' dates: sign-offs and the
 *     like. What is suspended counts in none
 */
public record Board(
    Instant at,
    LocalDate today,
    int year,
    Map<Light, Long> lights,
    Map<MilestoneState, Long> states,
    Map<Standing, Long> standings,
    List<DepartmentCount> departments,
    List<KindCount> kinds,
    PageOf<ProgrammeCount> programmes,
    List<LeadCount> leads,
    List<SupportCount> supports,
    List<Month> timeline,
    List<NextDue> nextDue,
    LadderState ladder,
    PastDue pastDue,
    HeldTotals attribution,
    List<TermCount> terms) {

  /** Programmes and lead departments to which a board can be narrowed. */
  record Choices(PageOf<ProgrammeCount> programmes, List<LeadCount> leads) {

    static Choices of(Board board) {
      return new Choices(board.programmes(), board.leads());
    }
  }

  public record DepartmentCount(String department, String name, Map<Light, Long> holding) {}

  public record KindCount(
      MilestoneKind kind, Map<Light, Long> lights, Map<Standing, Long> standings) {}

  public record ProgrammeCount(
      String programme, String title, Map<Light, Long> lights, Map<Standing, Long> standings) {}

  public record LeadCount(
      String department,
      String name,
      Map<Light, Long> lights,
      Map<Standing, Long> standings,
      List<Month> months) {}

  /**
   * @param lights its open sign-offs by their own lights
   * @param pastDue the working days for which it had sign-offs in hand past their own days
   * @param months by the months of their own days
   */
  public record SupportCount(
      String department, String name, Map<Light, Long> lights, long pastDue, List<Month> months) {}

  /**
   * @param month as 2021-06
   * @param due what is due in it, less what was withdrawn
   * @param worst how the worst of them stands, null where nothing is due
   * @param light the worst light of those that are open, null where none is
   */
  public record Month(
      String month, long due, Map<Standing, Long> standings, Standing worst, Light light) {}

  public record NextDue(LocalDate due, long count, Light light, int workingDays) {}

  /**
   * @param levels how many open milestones stand on each level now
   * @param level3 those at the top, the longest overdue first
   */
  public record LadderState(Map<Integer, Long> levels, List<MilestoneRow> level3) {}

  /**
   * @param present open and past the day in force
   * @param original open and past the day that was published, whatever was extended since
   * @param closedAfterPresent closed after the day in force
   * @param closedAfterOriginal closed after the day that was published
   */
  public record PastDue(
      long present, long original, long closedAfterPresent, long closedAfterOriginal) {}

  /**
   * @param term as in a filter of lists
   * @param overdue those past their own day; the day itself is still in time
   * @param levels how many stand on each level of the ladder
   * @param lights how many have each light of their own
   * @param holders who owes them, the most overdue first
   */
  public record TermCount(
      OwnTerm term,
      String label,
      long open,
      long overdue,
      Map<Integer, Long> levels,
      Map<Light, Long> lights,
      List<TermHolder> holders) {}

  /**
   * @param longest calendar days past the oldest of the overdue ones, else 0
   * @param daysPast working days for which the overdue ones have been held past their own days, all
   *     together
   * @param lights how many have each light of their own
   */
  public record TermHolder(
      String department,
      String name,
      long open,
      long overdue,
      long longest,
      long daysPast,
      Map<Light, Long> lights) {}

  /** Working days; see {@link HeldDays}. */
  public record HeldTotals(List<RoleDays> roles, List<UnitDays> units) {

    static final HeldTotals NONE = new HeldTotals(List.of(), List.of());

    /** Those who had something past its day in that role. */
    public List<UnitDays> late(Role role) {
      return units.stream().filter(one -> one.role() == role && one.pastDue() > 0).toList();
    }

    long pastDue(String unit, Role role) {
      return late(role).stream()
          .filter(one -> one.unit().equals(unit))
          .mapToLong(UnitDays::pastDue)
          .sum();
    }
  }

  public record RoleDays(Role role, long held, long pastDue, long pastOriginal) {}

  public record UnitDays(
      String unit, String name, Role role, long held, long pastDue, long pastOriginal) {}
}
