package org.duban.programme.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneState;
import org.junit.jupiter.api.Test;

class ExtensionPolicyTest {

  private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

  private static Milestone milestone(MilestoneKind kind, LocalDate due, MilestoneState state) {
    return new Milestone(
        "p.1", "jngxq", "p", "p.1", 1, kind, due, JUNE, JUNE, "2021年6月底", state, 1, null, true);
  }

  private static Milestone open(LocalDate due) {
    return milestone(MilestoneKind.STAGE, due, MilestoneState.REPORTING);
  }

  @Test
  void moreTimeCanBeAskedForUntilTheDueDayEnds() {
    assertThat(ExtensionPolicy.obstacle(open(JUNE), JUNE, false)).isEmpty();
    assertThat(ExtensionPolicy.obstacle(open(JUNE), JUNE.plusDays(1), false))
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("2021-06-30 到期", "2021-07-01"));
  }

  @Test
  void aLongTermProjectHasNoDayToExtend() {
    Milestone rhythm = milestone(MilestoneKind.ONGOING, null, MilestoneState.REPORTING);

    assertThat(ExtensionPolicy.obstacle(rhythm, JUNE, false))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("长期坚持"));
  }

  @Property
  void askedInTimeMeansNotAfterTheDayInForceWhateverItWasAtFirst(
      @ForAll @DateRange(min = "2021-01-01", max = "2031-12-31") LocalDate due,
      @ForAll @IntRange(min = -400, max = 400) int daysPast) {
    LocalDate today = due.plusDays(daysPast);

    assertThat(ExtensionPolicy.obstacle(open(due), today, false).isEmpty())
        .isEqualTo(daysPast <= 0);
  }

  @Property
  void onlyWhatIsWorkedOnCanGetMoreTimeAndOneRequestAtATime(
      @ForAll MilestoneState state,
      @ForAll boolean pending,
      @ForAll @IntRange(min = 0, max = 400) int daysLeft) {
    Milestone milestone = milestone(MilestoneKind.COMPLETION, JUNE, state);

    boolean allowed =
        ExtensionPolicy.obstacle(milestone, JUNE.minusDays(daysLeft), pending).isEmpty();

    assertThat(allowed).isEqualTo(state.open() && !pending);
  }

  @Test
  void aDayMoreThanFiveYearsOffIsASlipOfThePen() {
    assertThat(ExtensionPolicy.plausible(JUNE, LocalDate.of(2026, 6, 30))).isTrue();
    assertThat(ExtensionPolicy.plausible(JUNE, LocalDate.of(2026, 7, 1))).isFalse();
  }

  @Property
  void aDayThatIsNotLaterIsNoExtension(
      @ForAll @DateRange(min = "2021-01-01", max = "2031-12-31") LocalDate due,
      @ForAll @IntRange(min = -400, max = 400) int days) {
    assertThat(ExtensionPolicy.gains(due, due.plusDays(days))).isEqualTo(days > 0);
  }
}
