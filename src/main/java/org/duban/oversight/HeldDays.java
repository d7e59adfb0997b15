package org.duban.oversight;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duban.programme.Role;

/**
 * For how many working days each unit had a milestone in hand, in which role. The day on which it
 * came doesn't count, that on which it went does; however many tasks a unit had on a day, it is one
 * day. Days on which the milestone was suspended are nobody's; nor are those that an approved
 * extension granted, but for what has a day of its own, which no extension moves. The same as
 * {@code held_now} of the database.
 */
public final class HeldDays {

  /** After the first day, up to and with the second. */
  public record Span(LocalDate after, LocalDate upTo) {

    boolean contains(LocalDate day) {
      return day.isAfter(after) && !day.isAfter(upTo);
    }

    /**
     * @param text as {@code holding_term} of the database writes stretches of days, null for none
     */
    public static List<Span> listOf(String text) {
      return text == null
          ? List.of()
          : Stream.of(text.split(";")).map(one -> one.split(" ")).map(Span::of).toList();
    }

    private static Span of(String[] days) {
      return new Span(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
    }
  }

  /**
   * @param ownDue the day of its own by which it was due, null where it was the milestone's
   * @param past days that were past its day before a suspension moved it
   */
  public record Holding(String holder, Role role, Span span, LocalDate ownDue, List<Span> past) {

    boolean isLateOn(LocalDate day, LocalDate milestoneDue) {
      return day.isAfter(ownDue == null ? milestoneDue : ownDue)
          || past.stream().anyMatch(stretch -> stretch.contains(day));
    }
  }

  /**
   * Days that are nobody's.
   *
   * @param suspended for whoever has the milestone in hand
   * @param granted for those to whom the milestone's day is theirs
   */
  public record Nobodys(List<Span> suspended, List<Span> granted) {

    static final Nobodys NONE = new Nobodys(List.of(), List.of());

    boolean contain(LocalDate day, Holding holding) {
      return within(suspended, day) || holding.ownDue() == null && within(granted, day);
    }

    private static boolean within(List<Span> spans, LocalDate day) {
      return spans.stream().anyMatch(span -> span.contains(day));
    }
  }

  private record Unit(String holder, Role role) {}

  private record Days(Set<LocalDate> all, Set<LocalDate> pastDue) {}

  /**
   * @param workingDays all that count
   * @param pastDue those of them after the day in force: a sign-off's own day, else the
   *     milestone's; a suspension that moved the day took none of them away
   */
  public record Held(String holder, Role role, int workingDays, int pastDue) {}

  private final Predicate<LocalDate> workingDay;

  public HeldDays(Predicate<LocalDate> workingDay) {
    this.workingDay = workingDay;
  }

  /**
   * In the order in which the units first had it.
   *
   * @param due the milestone's due day in force
   */
  public List<Held> of(List<Holding> holdings, Nobodys nobodys, LocalDate due) {
    Map<Unit, Days> units = new LinkedHashMap<>();
    for (Holding holding : holdings) {
      Days its =
          units.computeIfAbsent(
              new Unit(holding.holder(), holding.role()),
              any -> new Days(new HashSet<>(), new HashSet<>()));
      holding
          .span()
          .after()
          .plusDays(1)
          .datesUntil(holding.span().upTo().plusDays(1))
          .filter(workingDay)
          .filter(day -> !nobodys.contain(day, holding))
          .forEach(
              day -> {
                its.all().add(day);
                if (holding.isLateOn(day, due)) {
                  its.pastDue().add(day);
                }
              });
    }
    return units.entrySet().stream()
        .map(
            entry ->
                new Held(
                    entry.getKey().holder(),
                    entry.getKey().role(),
                    entry.getValue().all().size(),
                    entry.getValue().pastDue().size()))
        .toList();
  }
}
