package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten times as many items take about ten times as long, whatever the form. */
class LongListBench {

  private static final int RUNS = 4;

  @ParameterizedTest
  @MethodSource("org.duban.notice.LongListTest#forms")
  void tenThousandItemsTakeAtMostTwelveTimesAsLongAsAThousand(IntFunction<String> form) {
    double ratio = LongListTest.tenThousandToAThousand(form, RUNS);
    System.out.printf("10,000 items of a form against 1,000: %.1f times as long%n", ratio);
    assertThat(ratio).isLessThanOrEqualTo(12);
  }
}
