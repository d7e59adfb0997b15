package org.duban.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;

class RhythmPolicyTest {

  private final RhythmPolicy policy = new RhythmPolicy();

  @Test
  void afterTheJuneStageTheFirstQuarterlyReportIsDueInSeptember() {
    LocalDate due = policy.nextDue(LocalDate.of(2021, 6, 30));

    assertThat(due).isEqualTo("2021-09-20");
    assertThat(policy.opens(due, LocalDate.of(2021, 6, 30))).isEqualTo("2021-09-01");
  }

  @Test
  void afterTheNovemberStageTheFirstQuarterlyReportIsDueInDecember() {
    LocalDate due = policy.nextDue(LocalDate.of(2021, 11, 30));

    assertThat(due).isEqualTo("2021-12-20");
    assertThat(policy.opens(due, LocalDate.of(2021, 11, 30))).isEqualTo("2021-12-01");
  }

  @Test
  void aReportIsNotAskedForBeforeTheStageIsDue() {
    LocalDate stage = LocalDate.of(2021, 12, 10);

    assertThat(policy.opens(policy.nextDue(stage), stage)).isEqualTo("2021-12-11");
  }

  @Property
  void reportsAreDueOnTheTwentiethOfEachQuartersLastMonth(
      @ForAll @DateRange(min = "2021-01-01", max = "2031-12-31") LocalDate previous) {
    LocalDate due = policy.nextDue(previous);

    assertThat(due).isAfter(previous).isBeforeOrEqualTo(previous.plusMonths(3).plusDays(1));
    assertThat(due.getDayOfMonth()).isEqualTo(20);
    assertThat(due.getMonthValue() % 3).isZero();
    assertThat(policy.opens(due, previous)).isAfter(previous).isBeforeOrEqualTo(due);
  }
}
