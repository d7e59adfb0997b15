package org.duban.oversight.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duban.oversight.Forecast;
import org.junit.jupiter.api.Test;

class LoadPolicyTest {

  @Test
  void whoSupportsHalfOfTheProjectsAndLeadsNoneIsStriking() {
    assertThat(sentences(22, load(0, 11, 0), load(0, 10, 0), load(1, 18, 0)))
        .containsExactly("某局配合 11 项（共 22 项），没有一项牵头。");
  }

  @Test
  void whatItSupportsThroughACollectiveUnitCountsAndIsTold() {
    assertThat(sentences(22, load(0, 18, 2), load(0, 0, 11)))
        .containsExactly(
            "某局配合 18 项，另随统称单位配合 2 项（共 22 项），没有一项牵头。", "某局随统称单位配合 11 项（共 22 项），没有一项牵头。");
  }

  @Test
  void whoLeadsAQuarterOfTheProjectsIsStriking() {
    assertThat(sentences(22, load(6, 0, 0), load(5, 9, 0))).containsExactly("某局牵头 6 项（共 22 项）。");
  }

  @Test
  void aListOfThreeProjectsHasNoProportions() {
    assertThat(sentences(3, load(0, 3, 0), load(3, 0, 0))).isEmpty();
  }

  private static List<String> sentences(int projects, Forecast.Load... loads) {
    return LoadPolicy.striking(projects, List.of(loads)).stream()
        .map(Forecast.Striking::sentence)
        .toList();
  }

  private static Forecast.Load load(int leads, int supports, int collective) {
    return new Forecast.Load("mj", "某局", leads, supports, collective, List.of());
  }
}
