package org.duban.oversight;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.duban.programme.Role;

/**
 * For how many working days each unit had a milestone in hand, in which role. The day on which it
 * came doesn't count, that on which it went does; however many tasks a unit had on a day, it is one
 * day. Days on which the milestone was suspended, and days that an approved extension granted, are
 * nobody's.
 */
public final class HeldDays {

  /** After the first day, up to and with the second. */
  record Span(LocalDate after, LocalDate upTo) {

    boolean contains(LocalDate day) {
      return day.isAfter(after) && !day.isAfter(upTo);
    }
  }

  record Holding(String holder, Role role, Span span) {}

  record Unit(String holder, Role role) {}

  /**
   * @param workingDays all that count
   * @param pastDue those of them after the due day in force
   */
  public record Held(String holder, Role role, int workingDays, int pastDue) {}

  private final Predicate<LocalDate> workingDay;

  HeldDays(Predicate<LocalDate> workingDay) {
    this.workingDay = workingDay;
  }

  /** In the order in which the units first had it. */
  List<Held> of(List<Holding> holdings, List<Span> nobodys, LocalDate due) {
    Map<Unit, Set<LocalDate>> days = new LinkedHashMap<>();
    for (Holding holding : holdings) {
      Set<LocalDate> its =
          days.computeIfAbsent(new Unit(holding.holder(), holding.role()), any -> new TreeSet<>());
      holding
          .span()
          .after()
          .plusDays(1)
          .datesUntil(holding.span().upTo().plusDays(1))
          .filter(workingDay)
          .filter(day -> nobodys.stream().noneMatch(span -> span.contains(day)))
          .forEach(its::add);
    }
    return days.entrySet().stream()
        .map(
            entry ->
                new Held(
                    entry.getKey().holder(),
                    entry.getKey().role(),
                    entry.getValue().size(),
                    (int) entry.getValue().stream().filter(day -> day.isAfter(due)).count()))
        .toList();
  }
}
