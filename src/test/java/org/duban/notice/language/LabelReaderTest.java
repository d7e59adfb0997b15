package org.duban.notice.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.duban.notice.line.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "牵头部门:财政局、教育局 | LEAD=财政局、教育局",
        "牵头部门：财政局 | LEAD=财政局",
        "主办单位:财政局 | LEAD=财政局",
        "责任单位: 财政局。 | RESPONSIBLE=财政局",
        "分管领导:张三 | LEADER=张三",
        "责任领导：张三；完成时间：2021年6月底 | LEADER=张三 DEADLINE=2021年6月底",
        "牵 头 单 位：财政局 | LEAD=财政局",
        "〔牵头单位:民政局,责任单位:各街道〕 | LEAD=民政局 RESPONSIBLE=各街道",
        "建成食堂。(责任单位:民政局)并长期运营 | RESPONSIBLE=民政局",
        "协办单位:各街道 | SUPPORT=各街道",
        "参与单位：各街道 | SUPPORT=各街道",
        "时限要求:年底前 | DEADLINE=年底前",
        "【牵头部门】财政局 | LEAD=财政局",
        "[配合单位]：财政局(预算) | SUPPORT=财政局(预算)",
        "牵头部门:财政局;配合部门:教育局;完成时限:2021年6月底 | LEAD=财政局 SUPPORT=教育局 DEADLINE=2021年6月底",
        "牵头部门：财政局　配合部门：教育局 | LEAD=财政局 SUPPORT=教育局",
        "新建食堂。(牵头单位:民政局;配合单位:财政局(预算)) | LEAD=民政局 SUPPORT=财政局(预算)",
        "抓督查。(甲室、乙室牵头;完成时限:持续推进) | LEAD=甲室、乙室 DEADLINE=持续推进",
        "请各牵头部门:抓紧落实 | ''",
        "牵头部门要加强领导 | ''"
      })
  void findsLabelledValues(String text, String expected) {
    assertThat(shown(text)).isEqualTo(expected);
  }

  @Test
  void cellWithTheLabelAloneCountsAsWell() {
    assertThat(shown("牵头部门\t财政局")).isEqualTo("LEAD=财政局");
  }

  @Test
  void textBeforeTheFirstLabelIsKept() {
    assertThat(LabelReader.read(new Line(1, "新建食堂5家。(牵头单位:民政局)")).before().text())
        .isEqualTo("新建食堂5家。");
    assertThat(LabelReader.read(new Line(1, "没有标签的一行")).before().text()).isEqualTo("没有标签的一行");
  }

  @Test
  void valueThatBreaksOffGoesOnInTheNextLine() {
    assertThat(LabelReader.read(new Line(1, "牵头部门:财政局、")).values().get(0).goesOn()).isTrue();
    assertThat(LabelReader.read(new Line(1, "牵头部门:")).values().get(0).goesOn()).isTrue();
    assertThat(LabelReader.read(new Line(1, "牵头部门:党政办公室(宣")).values().get(0).goesOn()).isTrue();
    assertThat(LabelReader.read(new Line(1, "牵头部门:财政局")).values().get(0).goesOn()).isFalse();
  }

  private static String shown(String text) {
    return LabelReader.read(new Line(1, text)).values().stream()
        .map(value -> value.label() + "=" + value.value())
        .collect(Collectors.joining(" "));
  }
}
