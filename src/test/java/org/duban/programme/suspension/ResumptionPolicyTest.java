package org.duban.programme.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.duban.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;

class ResumptionPolicyTest {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.load();

  private final ResumptionPolicy policy = new ResumptionPolicy(CALENDAR);

  @Test
  void theDragonBoatDayIsNoDayLost() {
    LocalDate suspended = LocalDate.of(2021, 6, 7);
    LocalDate resumed = LocalDate.of(2021, 6, 18);

    assertThat(policy.lost(suspended, resumed)).isEqualTo(8);
    assertThat(policy.due(LocalDate.of(2021, 6, 30), suspended, resumed)).isEqualTo("2021-07-12");
  }

  @Test
  void theNationalDayWeekMovesNothingButItsMakeUpSaturdayDoes() {
    LocalDate due = LocalDate.of(2021, 12, 31);
    LocalDate eve = LocalDate.of(2021, 9, 30);

    assertThat(policy.due(due, eve, LocalDate.of(2021, 10, 7))).isEqualTo(due);
    assertThat(policy.due(due, eve, LocalDate.of(2021, 10, 9))).isEqualTo("2022-01-05");
  }

  @Test
  void whatWasOverdueStaysAsLongOverdue() {
    LocalDate due = LocalDate.of(2021, 6, 30);
    LocalDate suspended = LocalDate.of(2021, 7, 5);
    LocalDate resumed = LocalDate.of(2021, 7, 12);

    assertThat(CALENDAR.workingDaysTo(policy.due(due, suspended, resumed), resumed))
        .isEqualTo(CALENDAR.workingDaysTo(due, suspended))
        .isEqualTo(3);
  }

  @Property
  void theDueDayMovesByTheWorkingDaysThatWereLostAndNeverComesEarlier(
      @ForAll @DateRange(min = "2020-01-01", max = "2026-06-30") LocalDate suspended,
      @ForAll @IntRange(max = 200) int days,
      @ForAll @IntRange(min = -60, max = 300) int left) {
    LocalDate resumed = suspended.plusDays(days);
    LocalDate due = suspended.plusDays(left);
    long lost =
        suspended
            .plusDays(1)
            .datesUntil(resumed.plusDays(1))
            .filter(CALENDAR::isWorkingDay)
            .count();

    LocalDate moved = policy.due(due, suspended, resumed);

    assertThat(policy.lost(suspended, resumed)).isEqualTo((int) lost);
    assertThat(moved).isAfterOrEqualTo(due);
    assertThat(CALENDAR.workingDaysBetween(due, moved)).isEqualTo((int) lost);
    assertThat(CALENDAR.workingDaysBetween(resumed, moved))
        .as("the working days left")
        .isEqualTo(CALENDAR.workingDaysBetween(suspended, due));
    if (lost == 0) {
      assertThat(moved).isEqualTo(due);
    }
  }

  @Property
  void moreTimeGivenBeforeOrAfterIsTheSameDay(
      @ForAll @DateRange(min = "2020-01-01", max = "2026-06-30") LocalDate suspended,
      @ForAll @IntRange(max = 200) int days,
      @ForAll @IntRange(min = -60, max = 300) int left,
      @ForAll @IntRange(min = 1, max = 200) int more) {
    LocalDate resumed = suspended.plusDays(days);
    LocalDate due = suspended.plusDays(left);
    LocalDate asked = due.plusDays(more);

    LocalDate givenBefore = policy.due(asked, suspended, resumed);
    LocalDate givenAfter = policy.shifted(asked, due, policy.due(due, suspended, resumed));

    assertThat(givenAfter).isEqualTo(givenBefore);
  }
}
