package org.duban.escalation;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.calendar.WorkingCalendar;
import org.springframework.core.io.ByteArrayResource;

/** Two invented years of holidays and make-up days, with working days counted one by one. */
final class AnyCalendar {

  static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2022, 12, 31);

  final WorkingCalendar calendar;
  private final int[] countedTo;

  private AnyCalendar(WorkingCalendar calendar, int[] countedTo) {
    this.calendar = calendar;
    this.countedTo = countedTo;
  }

  static AnyCalendar of(long seed) {
    Random random = new Random(seed);
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> worked = new HashSet<>();
    List<String> years = new ArrayList<>();
    for (int year = FIRST.getYear(); year <= LAST.getYear(); year++) {
      years.add(year(year, random, off, worked));
    }
    WorkingCalendar calendar =
        WorkingCalendar.load(
            years.stream()
                .map(text -> new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
                .toArray(ByteArrayResource[]::new));
    int days = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;
    int[] counted = new int[days];
    int count = 0;
    for (int i = 0; i < days; i++) {
      LocalDate day = FIRST.plusDays(i);
      if (worked.contains(day) || !weekend(day) && !off.contains(day)) {
        count++;
      }
      counted[i] = count;
    }
    return new AnyCalendar(calendar, counted);
  }

  private static String year(int year, Random random, Set<LocalDate> off, Set<LocalDate> worked) {
    List<String> holidays = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      LocalDate from = LocalDate.of(year, month, 1 + random.nextInt(14));
      LocalDate to = from.plusDays(random.nextInt(8));
      from.datesUntil(to.plusDays(1)).forEach(off::add);
      holidays.add("  - { name: 假, from: %s, to: %s }".formatted(from, to));
    }
    List<LocalDate> makeUp =
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year, 12, 31))
            .filter(day -> weekend(day) && !off.contains(day) && random.nextInt(8) == 0)
            .toList();
    worked.addAll(makeUp);
    return "year: %d\nholidays:\n%s\nmakeUpDays:\n%s\n"
        .formatted(
            year,
            String.join("\n", holidays),
            makeUp.stream().map(day -> "  - " + day).collect(Collectors.joining("\n")));
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Working days after the first day up to and with the second, which may be earlier. */
  int between(LocalDate after, LocalDate upTo) {
    return at(upTo) - at(after);
  }

  private int at(LocalDate day) {
    return countedTo[(int) (day.toEpochDay() - FIRST.toEpochDay())];
  }

  /** How far the day is past due, counted day by day; a day after the due day is at least 1. */
  int pastDue(LocalDate due, LocalDate day) {
    int counted = between(due, day);
    return day.isAfter(due) && counted < 1 ? 1 : counted;
  }

  LocalDate later(LocalDate day, int workingDays) {
    LocalDate found = day;
    for (int left = workingDays; left > 0; ) {
      LocalDate next = found.plusDays(1);
      left -= between(found, next);
      found = next;
    }
    return found;
  }
}
