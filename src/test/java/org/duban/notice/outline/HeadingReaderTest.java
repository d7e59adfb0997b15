package org.duban.notice.outline;

import static org.assertj.core.api.Assertions.assertThat;

import org.duban.notice.Place;
import org.duban.notice.line.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingReaderTest {

  @ParameterizedTest
  @CsvSource({
    "五、实施民生综合保险、特惠保险全覆盖。,CHINESE,五,5,实施民生综合保险、特惠保险全覆盖,''",
    "十七、加快水利设施建设,CHINESE,十七,17,加快水利设施建设,''",
    "二十二．实施环卫提升工程；,CHINESE,二十二,22,实施环卫提升工程,''",
    "一、新建学校。今年新建5所。,CHINESE,一,1,新建学校,今年新建5所。",
    "(三)健全制度,BRACKETED_CHINESE,(三),3,健全制度,''",
    "（十二）健全制度。,BRACKETED_CHINESE,（十二）,12,健全制度,''",
    "1．新建学校,ARABIC,1,1,新建学校,''",
    "204.推进学前教育。,ARABIC,204,204,推进学前教育,''",
    "1. 3公里道路,ARABIC,1,1,3公里道路,''",
    "（2）改造公园,BRACKETED_ARABIC,（2）,2,改造公园,''",
    "③改造公园,CIRCLED,③,3,改造公园,''"
  })
  void readsNumberAndTitle(
      String text, String numbering, String number, int ordinal, String title, String rest) {
    Heading heading = HeadingReader.read(new Line(9, text)).orElseThrow();

    assertThat(heading.numbering()).hasToString(numbering);
    assertThat(heading.number()).isEqualTo(number);
    assertThat(heading.ordinal()).isEqualTo(ordinal);
    assertThat(Heading.titleOf(heading.after()).text()).isEqualTo(title);
    assertThat(Heading.restOf(heading.after()).text()).isEqualTo(rest);
    assertThat(heading.line()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一是加强领导",
        "百、甲",
        "十万八千、里",
        "三分之一的村",
        "1.3公里道路",
        "2021年新建学校",
        "(2021年6月)",
        "(宣传)",
        ""
      })
  void anyOtherLineIsNone(String text) {
    assertThat(HeadingReader.read(new Line(1, text))).isEmpty();
  }

  @Test
  void titleKnowsItsPlaceInTheLine() {
    Heading heading = HeadingReader.read(new Line(9, "一、 新建学校。今年")).orElseThrow();

    assertThat(Heading.titleOf(heading.after()).places("title"))
        .containsExactly(new Place("title", 9, 3, 7));
  }
}
