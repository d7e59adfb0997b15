package org.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.duban.calendar.DueDayPolicy.OnDayOff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDayPolicyTest {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.load();

  @ParameterizedTest
  @CsvSource({
    "2021-06-30, 2021-06-30, 2021-06-30", // a Wednesday
    "2021-10-31, 2021-11-01, 2021-10-29", // a Sunday
    "2021-10-01, 2021-10-08, 2021-09-30", // the first of the seven days of the National Day
    "2021-10-10, 2021-10-11, 2021-10-09", // the Sunday after a Saturday that is worked
    "2021-10-09, 2021-10-09, 2021-10-09" // that Saturday
  })
  void dueDayOnADayOffMovesAsTheInstallationChose(
      LocalDate printed, LocalDate next, LocalDate previous) {
    assertThat(policy(OnDayOff.STAY).dueOn(printed)).isEqualTo(printed);
    assertThat(policy(OnDayOff.NEXT_WORKING_DAY).dueOn(printed)).isEqualTo(next);
    assertThat(policy(OnDayOff.PREVIOUS_WORKING_DAY).dueOn(printed)).isEqualTo(previous);
  }

  @Property
  void movedDayIsTheNearestWorkingDayOnItsSide(
      @ForAll("days") LocalDate printed, @ForAll OnDayOff choice) {
    LocalDate due = policy(choice).dueOn(printed);

    if (choice == OnDayOff.STAY || CALENDAR.isWorkingDay(printed)) {
      assertThat(due).isEqualTo(printed);
      return;
    }
    assertThat(CALENDAR.isWorkingDay(due)).isTrue();
    if (choice == OnDayOff.NEXT_WORKING_DAY) {
      assertThat(printed.datesUntil(due)).noneMatch(CALENDAR::isWorkingDay);
    } else {
      assertThat(due.plusDays(1).datesUntil(printed)).noneMatch(CALENDAR::isWorkingDay);
    }
  }

  @Property
  void laterPrintedDayIsNeverDueEarlier(
      @ForAll("days") LocalDate one, @ForAll("days") LocalDate other, @ForAll OnDayOff choice) {
    LocalDate earlier = one.isBefore(other) ? one : other;
    LocalDate later = earlier.equals(one) ? other : one;

    assertThat(policy(choice).dueOn(later)).isAfterOrEqualTo(policy(choice).dueOn(earlier));
  }

  @Property
  void whatIsDueOnNoDayStaysSo(@ForAll OnDayOff choice) {
    assertThat(policy(choice).dueOn(null)).isNull();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(2021, 1, 1).toEpochDay(), LocalDate.of(2026, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  private static DueDayPolicy policy(OnDayOff choice) {
    return new DueDayPolicy(CALENDAR, choice);
  }
}
