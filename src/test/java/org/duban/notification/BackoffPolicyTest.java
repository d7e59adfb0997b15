package org.duban.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffPolicyTest {

  private final BackoffPolicy policy = new BackoffPolicy(20);

  @Test
  void eachWaitIsTwiceTheLastUpToSixHours() {
    assertThat(IntStream.of(1, 2, 3, 9, 10, 11, 1000).mapToObj(policy::after))
        .extracting(Duration::toMinutes)
        .containsExactly(1L, 2L, 4L, 256L, 360L, 360L, 360L);
  }

  @Test
  void aServerMayBeOutForAWeekend() {
    Duration all =
        IntStream.range(1, 20).mapToObj(policy::after).reduce(Duration.ZERO, Duration::plus);

    assertThat(all).isGreaterThan(Duration.ofHours(60));
    assertThat(policy.lastWas(19)).isFalse();
    assertThat(policy.lastWas(20)).isTrue();
  }
}
