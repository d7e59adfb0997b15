package org.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class WorkingCalendarTest {

  private static final LocalDate JUNE_END = LocalDate.of(2021, 6, 30);

  private static final WorkingCalendar CALENDAR = WorkingCalendar.load();

  @Test
  void deadlineOfJuneIsCountedByTheDaysTheOfficeWorks() {
    assertThat(CALENDAR.workingDaysTo(JUNE_END, day("2021-06-16"))).isEqualTo(-10);
    assertThat(CALENDAR.workingDaysTo(JUNE_END, day("2021-06-25"))).isEqualTo(-3);
    assertThat(CALENDAR.workingDaysTo(JUNE_END, JUNE_END)).isZero();
    assertThat(CALENDAR.workingDaysTo(JUNE_END, day("2021-07-01"))).isEqualTo(1);
    assertThat(CALENDAR.workingDaysTo(JUNE_END, day("2021-07-05"))).isEqualTo(3);
    assertThat(CALENDAR.workingDaysTo(JUNE_END, day("2021-07-14"))).isEqualTo(10);
  }

  @Test
  void rungsOfJuneFallWhereAClerkWouldWriteThem() {
    assertThat(CALENDAR.firstDayWith(JUNE_END, -10)).isEqualTo("2021-06-16");
    assertThat(CALENDAR.firstDayWith(JUNE_END, -3)).isEqualTo("2021-06-25");
    assertThat(CALENDAR.firstDayWith(JUNE_END, 0)).isEqualTo(JUNE_END);
    assertThat(CALENDAR.firstDayWith(JUNE_END, 1)).isEqualTo("2021-07-01");
    assertThat(CALENDAR.firstDayWith(JUNE_END, 3)).isEqualTo("2021-07-05");
    assertThat(CALENDAR.firstDayWith(JUNE_END, 10)).isEqualTo("2021-07-14");
  }

  @Test
  void dayPastADueDateIsPastDueEvenOnAHoliday() {
    LocalDate beforeTheNationalDay = day("2021-09-30");
    assertThat(CALENDAR.workingDaysTo(beforeTheNationalDay, day("2021-10-01"))).isEqualTo(1);
    assertThat(CALENDAR.workingDaysTo(beforeTheNationalDay, day("2021-10-07"))).isEqualTo(1);
    assertThat(CALENDAR.workingDaysTo(beforeTheNationalDay, day("2021-10-08"))).isEqualTo(1);
    assertThat(CALENDAR.workingDaysTo(beforeTheNationalDay, day("2021-10-09"))).isEqualTo(2);
    assertThat(CALENDAR.firstDayWith(beforeTheNationalDay, 1)).isEqualTo("2021-10-01");
    assertThat(CALENDAR.firstDayWith(beforeTheNationalDay, 2)).isEqualTo("2021-10-09");
  }

  @Test
  void dueDateOnAHolidayIsReachedOnItsDay() {
    LocalDate sunday = day("2021-10-31");
    assertThat(CALENDAR.workingDaysTo(sunday, sunday)).isZero();
    assertThat(CALENDAR.workingDaysTo(sunday, day("2021-10-28"))).isEqualTo(-1);
    assertThat(CALENDAR.workingDaysTo(sunday, day("2021-11-01"))).isEqualTo(1);
  }

  @Test
  void workingDaysAreAddedOverTheHolidays() {
    assertThat(CALENDAR.plusWorkingDays(day("2021-05-20"), 3)).isEqualTo("2021-05-25");
    assertThat(CALENDAR.plusWorkingDays(day("2021-09-30"), 2)).isEqualTo("2021-10-09");
    assertThat(CALENDAR.plusWorkingDays(day("2021-10-08"), -1)).isEqualTo("2021-09-30");
    assertThat(CALENDAR.plusWorkingDays(day("2021-10-03"), -1)).isEqualTo("2021-09-30");
    assertThat(CALENDAR.plusWorkingDays(day("2021-10-03"), 0)).isEqualTo("2021-10-03");
  }

  @Test
  void monthIsCountedWithoutItsFirstDay() {
    assertThat(CALENDAR.workingDaysBetween(day("2021-01-31"), day("2021-02-28"))).isEqualTo(17);
    assertThat(CALENDAR.workingDaysBetween(day("2021-02-28"), day("2021-01-31"))).isEqualTo(-17);
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void yearWithoutAFileCountsPlainWeekendsAndIsWarnedAboutOnce(CapturedOutput log) {
    assertThat(CALENDAR.isWorkingDay(day("2026-12-31"))).isTrue();
    assertThat(log).doesNotContain("No calendar file");
    assertThat(CALENDAR.isWorkingDay(day("2041-10-01"))).isTrue();
    assertThat(CALENDAR.isWorkingDay(day("2041-10-05"))).isFalse();
    assertThat(log.getOut()).containsOnlyOnce("No calendar file for 2041");
  }

  @Property
  void countIsTheSumOfItsDays(@ForAll("days") LocalDate from, @ForAll @IntRange(max = 60) int n) {
    long counted =
        from.plusDays(1).datesUntil(from.plusDays(n + 1)).filter(CALENDAR::isWorkingDay).count();
    assertThat(CALENDAR.workingDaysBetween(from, from.plusDays(n))).isEqualTo((int) counted);
  }

  @Property
  void addingAndCountingAreEachOthersInverse(
      @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 600) int n) {
    LocalDate later = CALENDAR.plusWorkingDays(day, n);
    assertThat(CALENDAR.isWorkingDay(later)).isTrue();
    assertThat(CALENDAR.workingDaysBetween(day, later)).isEqualTo(n);
    LocalDate earlier = CALENDAR.plusWorkingDays(day, -n);
    assertThat(CALENDAR.isWorkingDay(earlier)).isTrue();
    assertThat(CALENDAR.workingDaysBetween(earlier.minusDays(1), day.minusDays(1))).isEqualTo(n);
  }

  @Property
  void deadlineNeverComesNearerAndThenFarther(
      @ForAll("days") LocalDate due, @ForAll @IntRange(min = -200, max = 200) int offset) {
    LocalDate day = due.plusDays(offset);
    int today = CALENDAR.workingDaysTo(due, day);
    int tomorrow = CALENDAR.workingDaysTo(due, day.plusDays(1));
    assertThat(tomorrow - today).isBetween(0, 1);
    assertThat(Integer.signum(today)).isIn(0, Integer.signum(offset));
    if (offset > 0) {
      assertThat(today).isPositive();
    }
  }

  @Property
  void rungFallsOnTheFirstDayThatReachesIt(
      @ForAll("days") LocalDate due, @ForAll @IntRange(min = -120, max = 120) int workingDays) {
    LocalDate day = CALENDAR.firstDayWith(due, workingDays);
    assertThat(CALENDAR.workingDaysTo(due, day)).isGreaterThanOrEqualTo(workingDays);
    assertThat(CALENDAR.workingDaysTo(due, day.minusDays(1))).isLessThan(workingDays);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(day("2019-06-01").toEpochDay(), day("2028-06-30").toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
