package org.duban.notice.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.duban.notice.line.Line;
import org.duban.notice.line.Passage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDeadlineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2022年10月底前编制清单,清单之外不得许可。 | 2022年10月底前编制清单",
        "新建学校,9月30日前开学。 | 9月30日前开学",
        "6月底前开工，年底前竣工。 | 6月底前开工; 年底前竣工",
        "力争年内投用。 | 年内投用",
        "确保三季度末前完成。 | 三季度末前完成",
        "上半年完成招标。 | 上半年完成招标"
      })
  void findsTheDateByWhichSomethingIsDone(String text, String expected) {
    assertThat(shown(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30日内办结",
        "对2019年及以前年度的项目",
        "2021—2023年实施",
        "3—5年建成",
        "截至2021年底已建成20处",
        "比2020年底增长5%",
        "开展“2021年底前清零”行动",
        "自2022年6月底起执行",
        "到2025年达到80%",
        "连续三年"
      })
  void spansNumbersOfDaysAndNamedYearsAreNone(String text) {
    assertThat(shown(text)).isEmpty();
  }

  private static String shown(String text) {
    return TextDeadline.in(Passage.of(new Line(1, text))).stream()
        .map(Passage::text)
        .collect(Collectors.joining("; "));
  }
}
