package org.duban.programme.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.rhythm.Rhythm.Every;
import org.duban.programme.rhythm.RhythmPolicy.Period;
import org.junit.jupiter.api.Test;

class RhythmPolicyTest {

  private static final RhythmPolicy QUARTERLY = policy(Every.QUARTER, 20);
  private static final RhythmPolicy MONTHLY = policy(Every.MONTH, 5);

  private static RhythmPolicy policy(Every every, int day) {
    return new RhythmPolicy(new Rhythm(every, day));
  }

  private static Period period(String opens, String due) {
    return new Period(LocalDate.parse(opens), LocalDate.parse(due));
  }

  @Test
  void afterTheJuneStageTheFirstQuarterlyReportIsDueInSeptember() {
    assertThat(QUARTERLY.after(LocalDate.of(2021, 6, 30)))
        .isEqualTo(period("2021-09-01", "2021-09-20"));
  }

  @Test
  void afterTheNovemberStageTheFirstQuarterlyReportIsDueInDecember() {
    assertThat(QUARTERLY.after(LocalDate.of(2021, 11, 30)))
        .isEqualTo(period("2021-12-01", "2021-12-20"));
  }

  @Test
  void aReportIsNotAskedForBeforeTheStageIsDue() {
    assertThat(QUARTERLY.after(LocalDate.of(2021, 12, 10)))
        .isEqualTo(period("2021-12-11", "2021-12-20"));
  }

  @Test
  void aMonthlyReportIsDueInTheNextMonthOnceItsDayHasCome() {
    assertThat(MONTHLY.after(LocalDate.of(2021, 12, 5)))
        .isEqualTo(period("2022-01-01", "2022-01-05"));
    assertThat(MONTHLY.after(LocalDate.of(2021, 12, 4)))
        .isEqualTo(period("2021-12-05", "2021-12-05"));
  }

  @Test
  void aRhythmChangedInOctoberAsksForNoReportOfADayThatIsPast() {
    assertThat(MONTHLY.anew(LocalDate.of(2021, 9, 20), LocalDate.of(2021, 10, 10)))
        .isEqualTo(period("2021-11-01", "2021-11-05"));
  }

  @Test
  void aRhythmChangedBeforeTheStageIsDueBeginsAfterTheStage() {
    assertThat(MONTHLY.anew(LocalDate.of(2021, 6, 30), LocalDate.of(2021, 5, 20)))
        .isEqualTo(period("2021-07-01", "2021-07-05"));
  }

  @Property
  void reportsAreDueOnTheTwentiethOfEachQuartersLastMonth(
      @ForAll @DateRange(min = "2021-01-01", max = "2031-12-31") LocalDate previous) {
    Period next = QUARTERLY.after(previous);

    assertThat(next.due()).isAfter(previous).isBeforeOrEqualTo(previous.plusMonths(3).plusDays(1));
    assertThat(next.due().getDayOfMonth()).isEqualTo(20);
    assertThat(next.due().getMonthValue() % 3).isZero();
    assertThat(next.opens()).isAfter(previous).isBeforeOrEqualTo(next.due());
  }

  @Property
  void noPeriodIsSkippedAndNoneComesTwice(
      @ForAll @DateRange(min = "2021-01-01", max = "2031-12-31") LocalDate previous,
      @ForAll Every every,
      @ForAll @IntRange(min = 1, max = 28) int day) {
    RhythmPolicy policy = policy(every, day);
    List<LocalDate> dues = new ArrayList<>();
    LocalDate due = policy.after(previous).due();
    while (dues.size() < 13) {
      dues.add(due);
      due = policy.after(due).due();
    }

    int months = every == Every.MONTH ? 1 : 3;
    assertThat(dues.get(0)).isAfter(previous);
    assertThat(dues.get(0).minusMonths(months)).as("none was left out").isBeforeOrEqualTo(previous);
    for (int i = 1; i < dues.size(); i++) {
      assertThat(dues.get(i)).isEqualTo(dues.get(0).plusMonths((long) i * months));
    }
  }

  @Property
  void aChangedRhythmNeverAsksForWhatIsPastOrWasAskedBefore(
      @ForAll @DateRange(min = "2021-01-01", max = "2031-12-31") LocalDate last,
      @ForAll @DateRange(min = "2021-01-01", max = "2031-12-31") LocalDate today,
      @ForAll Every every,
      @ForAll @IntRange(min = 1, max = 28) int day) {
    Period next = policy(every, day).anew(last, today);

    assertThat(next.due()).isAfter(last).isAfter(today);
    assertThat(next.opens()).isAfter(last).isBeforeOrEqualTo(next.due());
  }

  @Property
  void aDayThatSomeMonthLacksIsRefused(@ForAll Every every, @ForAll int day) {
    if (day < 1 || day > 28) {
      assertThatThrownBy(() -> new Rhythm(every, day))
          .isInstanceOf(InvalidSubmission.class)
          .hasMessageContaining("1 到 28");
    } else {
      assertThat(new Rhythm(every, day).day()).isEqualTo(day);
    }
  }
}
