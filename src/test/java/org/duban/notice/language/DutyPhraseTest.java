package org.duban.notice.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.duban.notice.line.Line;
import org.duban.notice.line.Passage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DutyPhraseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "市民政局牵头,市财政局、市人社局配合 | LEAD=市民政局 SUPPORT=市财政局、市人社局",
        "财政部牵头，各地区按职责分工负责 | LEAD=财政部 RESPONSIBLE=各地区",
        "甲局、乙局分别负责 | LEAD=甲局、乙局",
        "甲局、乙局分别牵头 | LEAD=甲局、乙局",
        "甲局、乙局等按职责分工负责 | RESPONSIBLE=甲局、乙局等",
        "甲局、乙局按职责分工分别负责 | RESPONSIBLE=甲局、乙局",
        "甲局负责 | RESPONSIBLE=甲局",
        "由甲局会同乙局、丙局负责 | LEAD=甲局 SUPPORT=乙局、丙局",
        "甲局牵头负责,乙局积极配合 | LEAD=甲局 SUPPORT=乙局",
        "甲局为牵头单位,乙局参与 | LEAD=甲局 SUPPORT=乙局",
        "甲局,乙局,丙局负责 | RESPONSIBLE=甲局,乙局,丙局",
        "甲局负责,6月底前完成,年内持续推进 | RESPONSIBLE=甲局 DEADLINE=6月底前完成,年内持续推进",
        "国务院各部门分别负责,年内持续推进 | LEAD=国务院各部门 DEADLINE=年内持续推进",
        "甲局牵头 乙局配合 | LEAD=甲局 SUPPORT=乙局",
        "甲局负总责,各区具体负责 | LEAD=甲局 RESPONSIBLE=各区",
        "甲局牵头、乙局配合;2022年底前完成 | LEAD=甲局 SUPPORT=乙局 DEADLINE=2022年底前完成"
      })
  void readsWhoDoesWhatAndWhen(String phrase, String expected) {
    assertThat(shown(phrase)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"人力资源部", "含社区卫生服务中心", "以下简称市办", "2021年", "负责", "宣传、政法"})
  void anythingElseSpeaksOfNoDuty(String phrase) {
    assertThat(shown(phrase)).isEmpty();
  }

  private static String shown(String phrase) {
    return DutyPhrase.read(Passage.of(new Line(1, phrase))).stream()
        .map(value -> value.label() + "=" + value.value())
        .collect(Collectors.joining(" "));
  }
}
