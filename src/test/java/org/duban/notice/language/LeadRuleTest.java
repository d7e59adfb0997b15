package org.duban.notice.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "列第一位的为牵头单位",
        "责任分解中，列第一位的责任单位为牵头单位或汇总单位。",
        "（列第一位者为工作牵头单位或汇总单位，下同）",
        "排在第一位的部门为牵头部门",
        "责任单位列首位的为牵头单位",
        "注:第一个单位为牵头单位"
      })
  void ruleIsKnownInItsUsualWords(String text) {
    assertThat(LeadRule.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"牵头单位要切实负责", "各牵头单位于第一季度报送", "牵头单位:市教育局", "加强领导"})
  void otherWordsAreNoRule(String text) {
    assertThat(LeadRule.isIn(text)).isFalse();
  }
}
