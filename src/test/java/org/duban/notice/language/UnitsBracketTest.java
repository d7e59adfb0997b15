package org.duban.notice.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.duban.notice.line.Line;
import org.duban.notice.line.Passage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsBracketTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "新建学校。(甲局负责) | 新建学校。 | RESPONSIBLE=甲局",
        "新建学校（甲局牵头，乙局配合）。 | 新建学校 | LEAD=甲局 SUPPORT=乙局",
        "新建学校。(甲局负责)(2022年6月底前完成) | 新建学校。 | RESPONSIBLE=甲局 DEADLINE=2022年6月底前完成",
        "由甲局会同乙局负责。 | '' | LEAD=甲局 SUPPORT=乙局",
        "新建甲。(甲局负责)新建乙。(乙局负责) | 新建甲。(甲局负责)新建乙。 | RESPONSIBLE=甲局 RESPONSIBLE=乙局",
        "建设中心(站) | 建设中心(站) | ''",
        "办好清单(2021年) | 办好清单(2021年) | ''",
        "新建学校(甲局) | 新建学校(甲局) | ''"
      })
  void partsTextFromUnits(String paragraph, String text, String values) {
    UnitsBracket.Read read = UnitsBracket.read(Passage.of(new Line(1, paragraph)));

    assertThat(read.text().text()).isEqualTo(text);
    assertThat(
            read.values().stream()
                .flatMap(List::stream)
                .map(value -> value.label() + "=" + value.value())
                .collect(Collectors.joining(" ")))
        .isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource({"新建学校(市教育局、市财政局),true", "新建站点(社区服务中心),false", "成立办公室(以下简称市创建办),false"})
  void namesAloneAreOnlyOffered(String paragraph, boolean offered) {
    assertThat(UnitsBracket.read(Passage.of(new Line(1, paragraph))).bare() != null)
        .isEqualTo(offered);
  }
}
