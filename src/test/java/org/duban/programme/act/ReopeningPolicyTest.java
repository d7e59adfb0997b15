package org.duban.programme.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.duban.calendar.WorkingCalendar;
import org.duban.programme.InvalidSubmission;

class ReopeningPolicyTest {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.load();

  private final ReopeningPolicy policy = new ReopeningPolicy(CALENDAR, 10);

  @Property
  void nobodyIsLateOnTheDayItIsOpenedAgain(
      @ForAll @DateRange(min = "2020-01-01", max = "2026-06-30") LocalDate today) {
    LocalDate due = policy.due(null, today);

    assertThat(due).isAfter(today).isEqualTo(policy.due(" ", today));
    assertThat(CALENDAR.workingDaysBetween(today, due)).isEqualTo(10);
    assertThat(CALENDAR.isWorkingDay(due)).isTrue();
  }

  @Property
  void anyDayFromTodayOnCanBeNamed(
      @ForAll @DateRange(min = "2020-01-01", max = "2026-06-30") LocalDate today,
      @ForAll @IntRange(min = -100, max = 2000) int days) {
    LocalDate wish = today.plusDays(days);

    if (days >= 0 && !wish.isAfter(today.plusYears(5))) {
      assertThat(policy.due(wish.toString(), today)).isEqualTo(wish);
    } else {
      assertThatThrownBy(() -> policy.due(wish.toString(), today))
          .isInstanceOf(InvalidSubmission.class)
          .hasMessageContaining(wish.toString());
    }
  }
}
