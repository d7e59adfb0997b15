package org.duban.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.DepartmentClass;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;
import org.junit.jupiter.api.Test;

class LadderTest {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.load();
  private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

  private static final class ThreeRungs implements DeadlinePolicy {

    @Override
    public String version() {
      return "three rungs";
    }

    @Override
    public Verdict decide(Situation situation) {
      int workingDays = situation.workingDays();
      if (workingDays < -10) {
        return new Verdict(Rung.NONE, Light.GREEN, 0, Set.of(), false);
      }
      return workingDays < 1
          ? new Verdict(Rung.REMINDER, Light.GREEN, 0, Set.of(Audience.HANDLER), false)
          : new Verdict(Rung.LEVEL_1, Light.RED, 1, Set.of(Audience.HEAD), false);
    }
  }

  private final Ladder ladder = new Ladder(new ThreeRungs(), CALENDAR);

  @Test
  void tenWorkingDaysBeforeTheEndOfJuneIsTheSixteenthBecauseOfTheDragonBoatFestival() {
    assertThat(next(LocalDate.of(2021, 5, 20))).contains(LocalDate.of(2021, 6, 16));
  }

  @Test
  void theDayAfterTheDueDayIsTheFirstOverdue() {
    assertThat(next(LocalDate.of(2021, 6, 16))).contains(LocalDate.of(2021, 7, 1));
    assertThat(on(JUNE).light()).isEqualTo(Light.GREEN);
    assertThat(on(JUNE.plusDays(1)).light()).isEqualTo(Light.RED);
  }

  @Test
  void aDayPastDueIsOverdueOnAHolidayToo() {
    LocalDate newYearsEve = LocalDate.of(2021, 12, 31);

    assertThat(ladder.on(newYearsEve.plusDays(1), owed(newYearsEve)))
        .extracting(Verdict::rung)
        .isEqualTo(Rung.LEVEL_1);
  }

  @Test
  void nothingFollowsTheLastRung() {
    assertThat(next(LocalDate.of(2021, 7, 1))).isEmpty();
  }

  @Property
  void theNextChangeIsTheFirstDayWithAnotherVerdict(
      @ForAll @DateRange(min = "2021-01-01", max = "2022-06-30") LocalDate due,
      @ForAll @DateRange(min = "2021-01-01", max = "2022-06-30") LocalDate day) {
    Optional<LocalDate> change = ladder.nextChange(day, owed(due));

    Verdict before = ladder.on(day, owed(due));
    if (change.isEmpty()) {
      assertThat(before.rung()).isEqualTo(Rung.LEVEL_1);
    } else {
      assertThat(change.get()).isAfter(day);
      assertThat(ladder.on(change.get(), owed(due))).isNotEqualTo(before);
      assertThat(ladder.on(change.get().minusDays(1), owed(due))).isEqualTo(before);
    }
  }

  private Optional<LocalDate> next(LocalDate day) {
    return ladder.nextChange(day, owed(JUNE));
  }

  private Verdict on(LocalDate day) {
    return ladder.on(day, owed(JUNE));
  }

  private static Obligation owed(LocalDate due) {
    return new Obligation(
        Term.MILESTONE, MilestoneKind.STAGE, due, Role.LEAD, Set.of(DepartmentClass.DEPARTMENT));
  }
}
