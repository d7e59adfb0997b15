package org.duban.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duban.DubanTest;
import org.duban.oversight.TrailReference;
import org.duban.oversight.TrailReference.Obligation;
import org.duban.workflow.RehearsedYear;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each month's bulletin of a rehearsed year, asked when the year is over, tells what the trail
 * tells.
 */
@DubanTest
class YearInBulletinsTest {

  @Autowired private RehearsedYear year;
  @Autowired private TrailReference reference;
  @Autowired private MonthlyFigures figures;
  @Autowired private Clock clock;

  @Test
  void everyMonthIsToldAsItWas() {
    String programme = year.run().id();
    for (YearMonth month = YearMonth.of(2021, 5);
        month.getYear() == 2021;
        month = month.plusMonths(1)) {
      MonthEnd end = MonthEnd.of(month.toString(), clock);
      Figures told = figures.of(end);
      List<Obligation> trailed = reference.at(programme, end.before().minusMillis(1));

      assertThat(named(told)).as(month + " counts").isEqualTo(counted(trailed, end));
      assertThat(told.laggards().stream().map(one -> one.milestone().id()))
          .as(month + " laggards")
          .containsExactlyInAnyOrderElementsOf(
              trailed.stream()
                  .filter(one -> standing(one, end).equals("BEHIND"))
                  .map(Obligation::id)
                  .toList());
      assertThat(told.coming().stream().map(PastMilestone::id))
          .as(month + " coming")
          .containsExactlyInAnyOrderElementsOf(
              trailed.stream()
                  .filter(one -> standing(one, end).equals("ON_TRACK"))
                  .filter(one -> end.nextContains(one.due()))
                  .map(Obligation::id)
                  .toList());
    }
  }

  /** When the month is over, so is its last day. */
  private static String standing(Obligation one, MonthEnd end) {
    return one.standing().equals("ON_TRACK") && one.due().isBefore(end.standing())
        ? "BEHIND"
        : one.standing();
  }

  private static Map<String, Integer> counted(List<Obligation> trailed, MonthEnd end) {
    return trailed.stream()
        .collect(
            Collectors.groupingBy(
                one -> standing(one, end), TreeMap::new, Collectors.summingInt(one -> 1)));
  }

  private static Map<String, Integer> named(Figures told) {
    Map<String, Integer> named = new TreeMap<>();
    told.counts().forEach((standing, n) -> named.put(standing.name(), n));
    return named;
  }
}
