package org.duban.workflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.duban.calendar.WorkingCalendar;
import org.duban.notice.DateRule;
import org.duban.notice.Draft;
import org.duban.notice.DraftMilestone;
import org.duban.notice.DraftProject;
import org.duban.notice.MilestoneKind;
import org.duban.notice.YearSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RehearsalOrderTest {

  @Test
  void everyOptionIsUnderstoodWhereverItStands() {
    assertThat(
            order(
                "--nobody-acts --from 2021-05-20 list.txt --to 2021-12-31 --json --directory d.yml"))
        .isEqualTo(
            new RehearsalOrder(
                Path.of("list.txt"),
                Path.of("d.yml"),
                LocalDate.of(2021, 5, 20),
                LocalDate.of(2021, 12, 31),
                true,
                true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--json | 用法",
        "list.txt --faster | --faster",
        "list.txt other.txt | other.txt",
        "list.txt --from | 缺少取值",
        "list.txt --from June | 2021-05-20",
        "list.txt --to 2021-02-30 | 2021-02-30"
      })
  void aWrongCommandLineIsRefusedWithASentence(String line, String why) {
    assertThatThrownBy(() -> order(line))
        .isInstanceOf(RehearsalRefused.class)
        .hasMessageContaining(why);
  }

  @Test
  void withoutDatesItRunsFromNewYearUntilTheLastDeadlineHasClimbedTheLadder() {
    assertThat(RehearsalPeriod.of(order("list.txt"), draft("2021-06-30"), WorkingCalendar.load()))
        .isEqualTo(new RehearsalPeriod(LocalDate.of(2021, 1, 1), LocalDate.of(2022, 1, 24)));
    assertThat(
            RehearsalPeriod.of(order("list.txt"), draft("2022-06-30"), WorkingCalendar.load()).to())
        .isEqualTo("2022-07-21");
  }

  @ParameterizedTest
  @CsvSource({"2021-05-20, 2021-05-19, 早于", "2021-05-20, 2031-05-20, 超过"})
  void anImpossiblePeriodIsRefused(String from, String to, String why) {
    RehearsalOrder order = order("list.txt --from " + from + " --to " + to);
    assertThatThrownBy(() -> RehearsalPeriod.of(order, draft("2021-06-30"), WorkingCalendar.load()))
        .isInstanceOf(RehearsalRefused.class)
        .hasMessageContaining(why);
  }

  private static RehearsalOrder order(String line) {
    return RehearsalOrder.of(List.of(line.split(" ")));
  }

  private static Draft draft(String due) {
    DraftMilestone milestone =
        new DraftMilestone(
            MilestoneKind.COMPLETION, LocalDate.parse(due), "", DateRule.DAY, YearSource.PRINTED);
    DraftProject project =
        new DraftProject(
            "一",
            1,
            "事项",
            "",
            1,
            List.of(),
            List.of(),
            "",
            List.of(milestone),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Draft("清单", 2021, List.of(project), List.of());
  }
}
