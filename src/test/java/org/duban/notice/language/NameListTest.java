package org.duban.notice.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NameListTest {

  @Test
  void namesArePartedOutsideBracketsOnly() {
    assertThat(NameList.split("党政办公室(宣传、政法)、公安分局、城乡建设和交通局"))
        .containsExactly("党政办公室(宣传、政法)", "公安分局", "城乡建设和交通局");
    assertThat(NameList.split("发改委（粮食局、物资局）、财政局")).containsExactly("发改委（粮食局、物资局）", "财政局");
  }

  @Test
  void noneIsNoName() {
    assertThat(NameList.split("无")).isEmpty();
    assertThat(NameList.split(" ")).isEmpty();
    assertThat(NameList.split("财政局、")).containsExactly("财政局");
  }

  @Test
  void bracketThatNeverClosesKeepsTheRestTogether() {
    assertThat(NameList.split("党政办公室(宣传、公安分局")).containsExactly("党政办公室(宣传、公安分局");
  }

  @Property(tries = 200)
  void namesJoinedAreSplitAgainAsPrinted(@ForAll("names") List<String> names) {
    assertThat(NameList.split(names.stream().collect(Collectors.joining("、")))).isEqualTo(names);
  }

  @Provide
  Arbitrary<List<String>> names() {
    Arbitrary<String> plain = Arbitraries.of("财政局", "教育局", "城建局", "各街道");
    Arbitrary<String> bracketed =
        Arbitraries.of("(宣传)", "(人事、编制)", "（交通）", "", "[甲、乙(丙)]").map(end -> "党政办" + end);
    return Arbitraries.oneOf(plain, bracketed).list().ofMaxSize(30);
  }
}
