package org.duban.oversight.board;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.oversight.counter.Tally;
import org.duban.programme.Role;
import org.springframework.stereotype.Component;

/** Adds up the working days that obligations were held, from the ends of the stretches. */
@Component
class HeldFigures {

  private record Cell(String unit, Role role, String measure, LocalDate day, long n) {}

  private record Unit(String unit, Role role) {}

  private final Directory directory;
  private final WorkingCalendar calendar;
  private final Clock clock;

  HeldFigures(Directory directory, WorkingCalendar calendar, Clock clock) {
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Who held most first. */
  Board.HeldTotals of(Tally.Moment moment, BoardFilter filter) {
    LocalDate today = LocalDate.now(clock);
    List<Cell> cells = cells(moment, filter, today);
    LocalDate first = cells.stream().map(Cell::day).min(Comparator.naturalOrder()).orElse(today);
    Map<LocalDate, Integer> workingDays = new HashMap<>();
    Map<Unit, Map<String, Long>> sums = new HashMap<>();
    for (Cell cell : cells) {
      long days =
          workingDays.computeIfAbsent(cell.day(), day -> calendar.workingDaysBetween(first, day));
      sums.computeIfAbsent(new Unit(cell.unit(), cell.role()), any -> new HashMap<>())
          .merge(cell.measure(), days * cell.n(), Long::sum);
    }
    return totals(sums);
  }

  private static List<Cell> cells(Tally.Moment moment, BoardFilter filter, LocalDate today) {
    return moment
        .days(
            filter.department(),
            "select c.unit, c.role, c.measure, least(c.day, :today) as day, sum(c.n)::bigint as n",
            """
            where c.programme_id = :programme and (:kind::text is null or c.kind = :kind)
            group by 1, 2, 3, 4
            """)
        .param("today", today, Types.DATE)
        .param("programme", filter.counted())
        .param("kind", filter.kindName(), Types.VARCHAR)
        .query(Cell.class)
        .list();
  }

  private Board.HeldTotals totals(Map<Unit, Map<String, Long>> sums) {
    List<Board.UnitDays> units = new ArrayList<>();
    sums.forEach(
        (unit, days) -> {
          if (days.getOrDefault("HELD", 0L) > 0) {
            units.add(
                new Board.UnitDays(
                    unit.unit(),
                    directory.nameOf(unit.unit()),
                    unit.role(),
                    days.get("HELD"),
                    days.getOrDefault("PAST_DUE", 0L),
                    days.getOrDefault("PAST_ORIGINAL", 0L)));
          }
        });
    units.sort(
        Comparator.comparing(Board.UnitDays::pastDue)
            .thenComparing(Board.UnitDays::held)
            .reversed()
            .thenComparing(Board.UnitDays::unit));
    return new Board.HeldTotals(
        Arrays.stream(Role.values()).map(role -> sum(role, units)).toList(), units);
  }

  private static Board.RoleDays sum(Role role, List<Board.UnitDays> units) {
    List<Board.UnitDays> its = units.stream().filter(unit -> unit.role() == role).toList();
    return new Board.RoleDays(
        role,
        its.stream().mapToLong(Board.UnitDays::held).sum(),
        its.stream().mapToLong(Board.UnitDays::pastDue).sum(),
        its.stream().mapToLong(Board.UnitDays::pastOriginal).sum());
  }
}
