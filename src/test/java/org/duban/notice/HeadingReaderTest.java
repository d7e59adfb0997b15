package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingReaderTest {

  private final HeadingReader chinese = new HeadingReader(Numbering.CHINESE);

  @ParameterizedTest
  @CsvSource({
    "五、实施民生综合保险、特惠保险全覆盖。,五,5,实施民生综合保险、特惠保险全覆盖,''",
    "十七、加快水利设施建设,十七,17,加快水利设施建设,''",
    "二十二．实施环卫提升工程；,二十二,22,实施环卫提升工程,''",
    "一、新建学校。今年新建5所。,一,1,新建学校,今年新建5所。"
  })
  void readsNumberAndTitle(String text, String number, int ordinal, String title, String rest) {
    assertThat(chinese.read(new Line(9, text)))
        .hasValue(new Heading(number, ordinal, title, rest, 9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"一是加强领导", "百、甲", "十万八千、里", "(一)健全制度", "1.新建学校", "三分之一的村", ""})
  void anyOtherLineIsNone(String text) {
    assertThat(chinese.read(new Line(1, text))).isEmpty();
  }

  @Test
  void decimalAtTheStartOfALineIsNoNumber() {
    HeadingReader arabic = new HeadingReader(Numbering.ARABIC);

    assertThat(arabic.read(new Line(1, "1.3公里道路"))).isEmpty();
    assertThat(arabic.read(new Line(1, "1. 3公里道路"))).isPresent();
  }

  @Test
  void outermostNumberingOfTheTextIsTaken() {
    List<Line> nested = Line.of("一、甲\n1.乙\n2.丙");

    assertThat(HeadingReader.fitting(nested).orElseThrow().read(new Line(1, "1.乙"))).isEmpty();
    assertThat(HeadingReader.fitting(Line.of("1.乙\n2.丙"))).isPresent();
    assertThat(HeadingReader.fitting(Line.of("没有编号"))).isEmpty();
  }
}
