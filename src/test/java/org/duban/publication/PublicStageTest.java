package org.duban.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.duban.programme.MilestoneState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicStageTest {

  @ParameterizedTest
  @CsvSource({
    "DISPATCHED, REPORTING, UNDER_WAY",
    "DISPATCHED, REVIEW, UNDER_WAY",
    "DISPATCHED, CLOSED REPORTING, STAGE_REACHED",
    "DISPATCHED, CLOSED CLOSED, COMPLETED",
    "DISPATCHED, CLOSED WITHDRAWN, COMPLETED",
    "DISPATCHED, SUSPENDED, SUSPENDED",
    "DISPATCHED, CLOSED SUSPENDED, SUSPENDED",
    "DISPATCHED, SUSPENDED REPORTING, UNDER_WAY",
    "CLOSED, CLOSED WITHDRAWN, COMPLETED",
    "WITHDRAWN, CLOSED WITHDRAWN, WITHDRAWN"
  })
  void theStageIsWhatTheOfficeClosed(String project, String milestones, PublicStage stage) {
    List<MilestoneState> states =
        Arrays.stream(milestones.split(" ")).map(MilestoneState::valueOf).toList();

    assertThat(PublicStage.of(project, states)).isEqualTo(stage);
  }
}
