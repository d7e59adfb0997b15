package org.duban.notice.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.duban.notice.DateRule;
import org.duban.notice.DraftMilestone;
import org.duban.notice.FlagCode;
import org.duban.notice.MilestoneKind;
import org.duban.notice.YearSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinePhraseReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2021年12月底 | COMPLETION 2021-12-31",
        "2021年6月底取得阶段性成效,12月底前完成 | STAGE 2021-06-30 (2021年6月底取得阶段性成效); COMPLETION 2021-12-31 (12月底前完成)",
        "2021年11月底取得阶段性成效,长期坚持 | STAGE 2021-11-30 (2021年11月底取得阶段性成效); ONGOING null (长期坚持)",
        "2021年12月底前完成并长期坚持 | COMPLETION 2021-12-31 (2021年12月底前完成); ONGOING null (长期坚持)",
        "6月底前完成主体、12月底前竣工 | STAGE 2021-06-30 (6月底前完成主体); COMPLETION 2021-12-31 (12月底前竣工)",
        "２０２１年９月３０日前 | COMPLETION 2021-09-30",
        "二〇二一年十月底前 | COMPLETION 2021-10-31",
        "2021.09.15 | COMPLETION 2021-09-15",
        "2021-12-31前 | COMPLETION 2021-12-31",
        "2021 年 6 月底 | COMPLETION 2021-06-30",
        "年底前 | COMPLETION 2021-12-31",
        "2021年底 | COMPLETION 2021-12-31",
        "2022年 | COMPLETION 2022-12-31",
        "年内完成 | COMPLETION 2021-12-31",
        "上半年 | COMPLETION 2021-06-30",
        "2021年下半年 | COMPLETION 2021-12-31",
        "第三季度末 | COMPLETION 2021-09-30",
        "2021年二季度 | COMPLETION 2021-06-30",
        "5月上旬 | COMPLETION 2021-05-10",
        "5月中旬前 | COMPLETION 2021-05-20",
        "2月下旬 | COMPLETION 2021-02-28",
        "6月份完成 | COMPLETION 2021-06-30",
        "2021年1月至10月底 | COMPLETION 2021-10-31",
        "2021年3-6月 | COMPLETION 2021-06-30",
        "2021年10月至次年3月底 | COMPLETION 2022-03-31",
        "持续推进 | ONGOING null",
        "一季度 | COMPLETION 2021-03-31",
        "三季度末前 | COMPLETION 2021-09-30",
        "全年 | COMPLETION 2021-12-31",
        "9月30日前 | COMPLETION 2021-09-30",
        "6月底前开工/12月底前完工 | STAGE 2021-06-30 (6月底前开工); COMPLETION 2021-12-31 (12月底前完工)",
        "2021/9/30 | COMPLETION 2021-09-30",
        "9月底前取得阶段性成效,持续推进 | STAGE 2021-09-30; ONGOING null",
        "按照计划,2021年12月底前完成 | COMPLETION 2021-12-31",
        "2021年12月底前完成60%以上 | COMPLETION 2021-12-31"
      })
  void readsWhatListsPrint(String phrase, String expected) {
    DeadlineReading reading = DeadlinePhraseReader.read(phrase, 2021);

    assertThat(reading.faults()).isEmpty();
    assertThat(shown(reading, expected.contains("("))).isEqualTo(expected);
  }

  @Test
  void everyMilestoneKeepsItsOwnWordsAsPrinted() {
    assertThat(DeadlinePhraseReader.read("按照计划，２０２１年12月底前完成，确保质量", 2021).milestones())
        .extracting(DraftMilestone::phrase)
        .containsExactly("按照计划，２０２１年12月底前完成，确保质量");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2021年2月30日 | IMPOSSIBLE_DATE",
        "2021年13月底 | IMPOSSIBLE_DATE",
        "2021年6月31日前完成 | IMPOSSIBLE_DATE",
        "2021.02.29 | IMPOSSIBLE_DATE",
        "尽快完成 | UNREADABLE_DEADLINE",
        "按上级要求 | UNREADABLE_DEADLINE",
        "30个工作日内 | UNREADABLE_DEADLINE",
        "2021年6月前 | UNREADABLE_DEADLINE",
        "2021年前 | UNREADABLE_DEADLINE",
        "2021年初 | UNREADABLE_DEADLINE",
        "2021年10月底取得成效,3月底前完成 | UNREADABLE_DEADLINE",
        "2021年123月底 | UNREADABLE_DEADLINE",
        "2011年12月底 | DOUBTFUL_DEADLINE",
        "2021年6月底取得阶段性成效 | DOUBTFUL_DEADLINE",
        "每月25日前 | DOUBTFUL_DEADLINE",
        "每季度 | DOUBTFUL_DEADLINE",
        "春节前 | UNREADABLE_DEADLINE",
        "春节前完成主体,年底前竣工 | UNREADABLE_DEADLINE",
        "立行立改 | UNREADABLE_DEADLINE",
        "立行立改,长期坚持 | UNREADABLE_DEADLINE",
        "年内持续推进 | DOUBTFUL_DEADLINE",
        "5月底前动工 | DOUBTFUL_DEADLINE",
        "11月前 | UNREADABLE_DEADLINE"
      })
  void asksWhereThePhraseLeavesTheDayOpen(String phrase, String code) {
    assertThat(DeadlinePhraseReader.read(phrase, 2021).faults())
        .extracting(fault -> fault.code().name())
        .contains(code);
  }

  @Test
  void withoutAnyYearTheDateIsNotGuessed() {
    DeadlineReading reading = DeadlinePhraseReader.read("12月底前", 0);

    assertThat(reading.milestones()).isEmpty();
    assertThat(reading.faults())
        .extracting(DeadlineReading.Fault::reason)
        .first()
        .asString()
        .contains("年份");
  }

  @Property(tries = 300)
  void monthOfAYearEndsOnItsLastDay(
      @ForAll @IntRange(min = 2000, max = 2030) int year,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll("monthEnds") String end,
      @ForAll("endings") String ending,
      @ForAll boolean yearPrinted,
      @ForAll boolean chinese) {
    String printedMonth = chinese ? ChineseNumber.write(month) : String.valueOf(month);
    String phrase = (yearPrinted ? year + "年" : "") + printedMonth + end + ending;

    DeadlineReading reading = DeadlinePhraseReader.read(phrase, year);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.milestones())
        .containsExactly(
            new DraftMilestone(
                MilestoneKind.COMPLETION,
                YearMonth.of(year, month).atEndOfMonth(),
                phrase,
                end.contains("旬") ? DateRule.TENTH_OF_MONTH : DateRule.MONTH_END,
                yearPrinted ? YearSource.PRINTED : YearSource.TITLE));
  }

  @Property(tries = 300)
  void dayThatExistsIsThatDayAndOneThatDoesNotIsImpossible(
      @ForAll @IntRange(min = 2000, max = 2030) int year,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 1, max = 31) int day) {
    DeadlineReading reading =
        DeadlinePhraseReader.read("%d年%d月%d日前".formatted(year, month, day), year);

    if (day <= YearMonth.of(year, month).lengthOfMonth()) {
      assertThat(reading.milestones())
          .extracting(DraftMilestone::due)
          .containsExactly(LocalDate.of(year, month, day));
    } else {
      assertThat(reading.milestones()).isEmpty();
      assertThat(reading.faults())
          .extracting(DeadlineReading.Fault::code)
          .containsExactly(FlagCode.IMPOSSIBLE_DATE);
    }
  }

  @Property(tries = 200)
  void secondPartInheritsTheYearOfTheFirst(
      @ForAll @IntRange(min = 2000, max = 2030) int year,
      @ForAll @IntRange(min = 1, max = 11) int month,
      @ForAll @IntRange(min = 2000, max = 2030) int listYear) {
    String phrase = "%d年%d月底取得阶段性成效,12月底前完成".formatted(year, month);

    assertThat(DeadlinePhraseReader.read(phrase, listYear).milestones())
        .extracting(DraftMilestone::due)
        .containsExactly(YearMonth.of(year, month).atEndOfMonth(), LocalDate.of(year, 12, 31));
  }

  @Provide
  Arbitrary<String> monthEnds() {
    return Arbitraries.of("月底", "月末", "月底前", "月底之前", "月下旬");
  }

  @Provide
  Arbitrary<String> endings() {
    return Arbitraries.of("", "完成", "全面完成", "竣工投用");
  }

  private static String shown(DeadlineReading reading, boolean withPhrase) {
    return reading.milestones().stream()
        .map(m -> m.kind() + " " + m.due() + (withPhrase ? " (" + m.phrase() + ")" : ""))
        .collect(Collectors.joining("; "));
  }
}
