package org.duban.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The days an office works: Monday to Friday, less the public holidays, and the make-up days that
 * the State Council's yearly notice puts on weekends.
 *
 * <p>A year without a file counts plain weekends, and the log warns of it once. Every answer costs
 * a few binary searches over the exceptions, whatever the distance of the days.
 */
public final class WorkingCalendar {

  private static final Logger log = LoggerFactory.getLogger(WorkingCalendar.class);

  /** 1970-01-01, the epoch's day 0, was a Thursday. */
  private static final int FROM_MONDAY_TO_EPOCH = 3;

  private final Set<Integer> years = new HashSet<>();
  private final Set<Integer> warnedOf = ConcurrentHashMap.newKeySet();
  private final long[] weekdaysOff;
  private final long[] weekendsWorked;

  private WorkingCalendar(Collection<YearFile> files) {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> worked = new HashSet<>();
    for (YearFile file : files) {
      if (!years.add(file.year())) {
        throw new CalendarBroken(file.year() + "年有两个日历文件。");
      }
      off.addAll(file.daysOff());
      worked.addAll(file.makeUpDays());
    }
    off.stream()
        .filter(worked::contains)
        .findFirst()
        .ifPresent(
            day -> {
              throw new CalendarBroken("两个年份的日历文件对 " + day + " 说法不一:既放假又补班。");
            });
    weekdaysOff = sorted(off.stream().filter(day -> !YearFile.weekend(day)).toList());
    weekendsWorked = sorted(List.copyOf(worked));
  }

  /**
   * @param years one file a year
   * @throws CalendarBroken when one of them can't be understood or contradicts itself or another
   */
  public static WorkingCalendar load(Resource... years) {
    return new WorkingCalendar(Arrays.stream(years).map(YearFile::read).toList());
  }

  /** The years that come along, for use without Spring. */
  public static WorkingCalendar load() {
    try {
      return load(
          new PathMatchingResourcePatternResolver().getResources(CalendarConfiguration.YEARS));
    } catch (IOException e) {
      throw new UncheckedIOException("The calendar's files can't be listed", e);
    }
  }

  public boolean isWorkingDay(LocalDate day) {
    return workingDaysBetween(day.minusDays(1), day) == 1;
  }

  /**
   * The working days after the first day up to and with the second; negative when the second is the
   * earlier one.
   */
  public int workingDaysBetween(LocalDate after, LocalDate upTo) {
    if (after.isBefore(upTo)) {
      warnOfYears(after.plusDays(1), upTo);
    } else if (upTo.isBefore(after)) {
      warnOfYears(upTo.plusDays(1), after);
    }
    return Math.toIntExact(countTo(upTo.toEpochDay()) - countTo(after.toEpochDay()));
  }

  /**
   * The given number of working days later, or earlier when it is negative: always a working day,
   * except that 0 gives the day itself, whatever it is.
   */
  public LocalDate plusWorkingDays(LocalDate day, int workingDays) {
    if (workingDays == 0) {
      return day;
    }
    long epochDay = day.toEpochDay();
    LocalDate found =
        workingDays > 0
            ? firstReaching(countTo(epochDay) + workingDays)
            : firstReaching(countTo(epochDay - 1) + workingDays + 1);
    warnOfYears(day, found);
    return found;
  }

  /**
   * How far a deadline is gone, as the deadline policy counts it. Before the due day: minus the
   * working days after {@code on} up to and with the due day. On the due day: 0. After it: the
   * working days gone since, but at least 1, for a day past due is past due even on a holiday.
   *
   * <p>It never falls as days go by. On the days between the last working day and a due day that is
   * none, it is already 0.
   */
  public int workingDaysTo(LocalDate due, LocalDate on) {
    int gone = workingDaysBetween(due, on);
    return on.isAfter(due) ? Math.max(1, gone) : gone;
  }

  /** The first day on which {@link #workingDaysTo} reaches the given number. */
  public LocalDate firstDayWith(LocalDate due, int workingDays) {
    LocalDate found =
        workingDays == 1 ? due.plusDays(1) : firstReaching(countTo(due.toEpochDay()) + workingDays);
    warnOfYears(due, found);
    return found;
  }

  /** Working days up to and with a day, counted from a day long before all files. */
  private long countTo(long epochDay) {
    return weekdaysTo(epochDay) - upTo(weekdaysOff, epochDay) + upTo(weekendsWorked, epochDay);
  }

  private static long weekdaysTo(long epochDay) {
    long sinceMonday = epochDay + FROM_MONDAY_TO_EPOCH;
    return Math.floorDiv(sinceMonday, 7L) * 5 + Math.min(Math.floorMod(sinceMonday, 7L) + 1, 5);
  }

  private LocalDate firstReaching(long count) {
    long exceptions = weekdaysOff.length + weekendsWorked.length + 5L;
    long low = Math.floorDiv((count - exceptions) * 7, 5L) - 7;
    long high = Math.floorDiv((count + exceptions) * 7, 5L) + 7;
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2L);
      if (countTo(middle) >= count) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return LocalDate.ofEpochDay(low);
  }

  private static int upTo(long[] days, long epochDay) {
    int at = Arrays.binarySearch(days, epochDay);
    return at >= 0 ? at + 1 : -at - 1;
  }

  private static long[] sorted(List<LocalDate> days) {
    return days.stream().mapToLong(LocalDate::toEpochDay).sorted().distinct().toArray();
  }

  /**
   * The years without a file: those of the given ones, both included, and any that an answer was
   * asked for. What is said of such a year counts its public holidays as plain weekdays.
   */
  public SortedSet<Integer> missingYears(int from, int to) {
    SortedSet<Integer> missing = new TreeSet<>(warnedOf);
    IntStream.rangeClosed(from, to).filter(year -> !years.contains(year)).forEach(missing::add);
    return missing;
  }

  private void warnOfYears(LocalDate one, LocalDate other) {
    int last = Math.max(one.getYear(), other.getYear());
    for (int year = Math.min(one.getYear(), other.getYear()); year <= last; year++) {
      if (!years.contains(year) && warnedOf.add(year)) {
        log.warn(
            "No calendar file for {}: its public holidays are counted as plain weekdays. Add"
                + " calendar/{}.yml when the notice is published.",
            year,
            year);
      }
    }
  }
}
