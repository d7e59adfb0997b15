package org.duban.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duban.DubanTest;
import org.duban.directory.Directory;
import org.duban.oversight.TrailReference;
import org.duban.oversight.TrailReference.Obligation;
import org.duban.workflow.RehearsedYear;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each month's bulletin of a rehearsed year, asked when the year is over, tells what the trail
 * tells.
 */
@DubanTest
class YearInBulletinsTest {

  private static final Map<String, String> ROLES =
      Map.of("LEAD", "（牵头）", "SUPPORT", "（配合）", "OFFICE", " ", "LEADER", " ");

  @Autowired private RehearsedYear year;
  @Autowired private TrailReference reference;
  @Autowired private MonthlyFigures figures;
  @Autowired private Directory directory;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void everyMonthIsToldAsItWas() {
    String programme = year.run().id();
    for (YearMonth month = YearMonth.of(2021, 5);
        month.getYear() == 2021;
        month = month.plusMonths(1)) {
      MonthEnd end = MonthEnd.of(month.toString(), clock);
      MonthFigures told = figures.of(end);
      List<Obligation> trailed = reference.at(programme, end.before().minusMillis(1));

      assertThat(named(told)).as(month + " counts").isEqualTo(counted(trailed));
      assertThat(told.laggards().stream().map(one -> one.milestone().id()))
          .as(month + " laggards")
          .containsExactlyInAnyOrderElementsOf(
              trailed.stream()
                  .filter(one -> one.standing().equals("BEHIND"))
                  .map(Obligation::id)
                  .toList());
      assertThat(told.coming().stream().map(PastMilestone::id))
          .as(month + " coming")
          .containsExactlyInAnyOrderElementsOf(
              trailed.stream()
                  .filter(one -> one.standing().equals("ON_TRACK"))
                  .filter(one -> end.nextContains(one.due()))
                  .map(Obligation::id)
                  .toList());
      assertThat(told.laggards())
          .as(month + " days of the laggards")
          .allSatisfy(
              one ->
                  assertThat(one.held().split("；"))
                      .containsExactlyInAnyOrderElementsOf(held(trailed, one.milestone().id())));
      assertThat(told.promises().stream().map(one -> key(one.item(), one.metric(), one.actual())))
          .as(month + " promises")
          .containsExactlyInAnyOrderElementsOf(promised(trailed, end));
      assertThat(
              told.extensions().stream()
                  .map(one -> one.item() + one.granted() + (one.granted() ? one.newDue() : null)))
          .as(month + " extensions")
          .containsExactlyInAnyOrderElementsOf(answered(trailed, end));
      assertThat(told.blamed().stream().map(one -> one.item() + one.on() + one.liftedOn()))
          .as(month + " third level")
          .containsExactlyInAnyOrderElementsOf(blamed(trailed, end));
    }
  }

  private List<String> held(List<Obligation> trailed, String milestone) {
    return trailed.stream()
        .filter(one -> one.id().equals(milestone))
        .flatMap(one -> one.held().stream())
        .filter(days -> days.workingDays() > 0)
        .map(
            days ->
                directory.nameOf(days.holder())
                    + ROLES.get(days.role())
                    + days.workingDays()
                    + " 天"
                    + (days.pastDue() > 0 ? "，其中逾期 " + days.pastDue() + " 天" : ""))
        .toList();
  }

  private List<String> promised(List<Obligation> trailed, MonthEnd end) {
    List<String> promised = new ArrayList<>();
    trailed.stream()
        .filter(one -> end.contains(one.due()) && !one.state().equals("WITHDRAWN"))
        .forEach(
            one ->
                jdbc.sql("select number, metric from commitment where project_id = :project")
                    .param("project", one.project())
                    .query(
                        row -> {
                          promised.add(
                              key(
                                  item(one),
                                  row.getString("metric"),
                                  one.figures().get(row.getInt("number"))));
                        }));
    return promised;
  }

  private static String key(String item, String metric, BigDecimal actual) {
    return item
        + " / "
        + metric
        + " / "
        + (actual == null ? "none" : actual.stripTrailingZeros().toPlainString());
  }

  private List<String> answered(List<Obligation> trailed, MonthEnd end) {
    return trailed.stream()
        .flatMap(
            one ->
                one.answers().stream()
                    .filter(answer -> !answer.at().isBefore(end.from()))
                    .map(answer -> item(one) + (answer.newDue() != null) + answer.newDue()))
        .toList();
  }

  private List<String> blamed(List<Obligation> trailed, MonthEnd end) {
    return trailed.stream()
        .flatMap(
            one ->
                one.blames().stream()
                    .filter(
                        blame ->
                            blame.liftedOn() == null
                                || !blame.liftedOn().isBefore(end.month().atDay(1)))
                    .map(blame -> item(one) + blame.since() + blame.liftedOn()))
        .toList();
  }

  private String item(Obligation one) {
    return jdbc.sql("select number || '、' || title from project where id = :project")
        .param("project", one.project())
        .query(String.class)
        .single();
  }

  private static Map<String, Integer> counted(List<Obligation> trailed) {
    return trailed.stream()
        .collect(
            Collectors.groupingBy(
                Obligation::standing, TreeMap::new, Collectors.summingInt(one -> 1)));
  }

  private static Map<String, Integer> named(MonthFigures told) {
    Map<String, Integer> named = new TreeMap<>();
    told.counts().forEach((standing, n) -> named.put(standing.name(), n));
    return named;
  }
}
