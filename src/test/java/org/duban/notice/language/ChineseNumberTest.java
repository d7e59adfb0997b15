package org.duban.notice.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumberTest {

  @Property
  void whatIsWrittenIsReadBack(@ForAll @IntRange(min = 1, max = ChineseNumber.LARGEST) int value) {
    assertThat(ChineseNumber.read(ChineseNumber.write(value))).hasValue(value);
  }

  @ParameterizedTest
  @CsvSource({
    "一,1",
    "十,10",
    "十七,17",
    "二十,20",
    "二十二,22",
    "九十九,99",
    "一百,100",
    "一百零五,105",
    "一百一十,110",
    "二百五十,250",
    "九百九十九,999",
    "一千零一,1001",
    "两百,200",
    "一百十五,115",
    "一万,10000",
    "一万零二十,10020"
  })
  void readsNumeralsAsListsPrintThem(String numeral, int value) {
    assertThat(ChineseNumber.read(numeral)).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "零", "二百五", "一二", "百", "十十", "十百", "零五", "一零五", "一百零五十", "一百零", "万", "一万二", "甲", "〇〇"
      })
  void refusesWhatIsNoNumeralOrLeavesItsValueOpen(String text) {
    assertThat(ChineseNumber.read(text)).isEmpty();
  }
}
