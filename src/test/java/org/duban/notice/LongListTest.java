package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However long a list is and whatever its form, no line is looked at once for every other line. How
 * fast that is the benchmark measures.
 */
class LongListTest {

  private static final int RUNS = 2;
  private static final KnownNames ALL =
      new KnownNames() {
        @Override
        public boolean knows(String printedName, int year) {
          return printedName.length() < 8;
        }

        @Override
        public List<String> nearest(String printedName, int year) {
          return List.of();
        }
      };

  static Stream<IntFunction<String>> forms() {
    return Stream.of(
        i -> i + "、新建学校5所,改造道路20公里。\n牵头单位:市教育局、市财政局\n完成时限:2022年6月底前\n",
        i -> i + ".新建学校5所。2022年9月底前完成主体。(市教育局牵头,市财政局等按职责分工负责)\n",
        i ->
            (i == 1 ? "| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |\n" : "")
                + "| "
                + i
                + " | 新建学校5所 | 市教育局 | 市财政局/市住建局 | 年底前 |\n",
        i -> (i == 1 ? "序号\n任务\n责任单位\n完成时限\n" : "") + i + "\n新建学校5所。\n市教育局\n市财政局\n6月底前\n");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void tenTimesTheItemsAreFarFromAHundredTimesTheWork(IntFunction<String> form) {
    assertThat(tenThousandToAThousand(form, RUNS)).isLessThan(30);
  }

  /** How many times as long ten times the items take, at the best of so many runs. */
  static double tenThousandToAThousand(IntFunction<String> form, int runs) {
    double small = shortest(list(form, 1_000), 1_000, runs);
    return shortest(list(form, 10_000), 10_000, runs) / small;
  }

  private static double shortest(String text, int items, int runs) {
    NoticeReader reader = new NoticeReader(ALL);
    return OwnTime.shortestOf(runs, () -> assertThat(reader.read(text).projects()).hasSize(items))
        .toNanos();
  }

  private static String list(IntFunction<String> form, int items) {
    return IntStream.rangeClosed(1, items)
        .mapToObj(form)
        .collect(Collectors.joining("", "2022年任务清单\n", ""));
  }
}
