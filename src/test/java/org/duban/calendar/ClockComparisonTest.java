package org.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ClockComparisonTest {

  private static final Instant NODE = Instant.parse("2026-11-25T01:00:00Z");

  private Instant database = NODE;
  private final ClockComparison comparison =
      new ClockComparison(
          Clock.fixed(NODE, ZoneOffset.UTC), () -> database, new SkewPolicy(Duration.ofSeconds(5)));

  @Test
  void nodeThatRunsAwayIsOutOfStepUntilItsClockIsSetRight(CapturedOutput log) {
    assertThat(comparison.last().inStep()).isTrue();

    database = NODE.minusSeconds(6);
    assertThat(comparison.compare()).isEqualTo(new ClockCompared(Duration.ofSeconds(6), false));
    assertThat(comparison.compare().inStep()).isFalse();
    assertThat(comparison.last().skew()).hasSeconds(6);
    assertThat(log.getOut()).containsOnlyOnce("differs from the database's by 6000 ms");

    database = NODE.plusSeconds(1);
    assertThat(comparison.compare()).isEqualTo(new ClockCompared(Duration.ofSeconds(-1), true));
    assertThat(log.getOut()).containsOnlyOnce("in step with the database's again");
  }
}
