package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.security.SignInOutcome.REFUSED;
import static org.duban.security.SignInOutcome.SUCCEEDED;
import static org.duban.security.SignInOutcome.THROTTLED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottlePolicyTest {

  private static final Instant NOW = Instant.parse("2021-06-30T16:00:00Z");

  @Test
  void fifthTryIsFreeAndTheSixthWaits() {
    assertThat(ThrottlePolicy.wait(failuresMinutesAgo(1, 2, 3, 4), NOW)).isZero();
    assertThat(ThrottlePolicy.wait(failuresMinutesAgo(1, 2, 3, 4, 5), NOW))
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void windowSlides() {
    assertThat(ThrottlePolicy.wait(failuresMinutesAgo(1, 2, 3, 4, 15), NOW)).isZero();
    assertThat(ThrottlePolicy.wait(failuresMinutesAgo(1, 2, 3, 4, 14), NOW))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void successBeginsAnew() {
    List<SignInAttempt> attempts = new ArrayList<>(failuresMinutesAgo(1, 2));
    attempts.add(new SignInAttempt(SUCCEEDED, NOW.minusSeconds(150)));
    attempts.addAll(failuresMinutesAgo(3, 4, 5, 6));
    assertThat(ThrottlePolicy.wait(attempts, NOW)).isZero();
  }

  @Test
  void tryingWhileThrottledMakesTheWaitNoLonger() {
    List<SignInAttempt> attempts = new ArrayList<>();
    attempts.add(new SignInAttempt(THROTTLED, NOW));
    attempts.addAll(failuresMinutesAgo(1, 2, 3, 4, 5));
    assertThat(ThrottlePolicy.wait(attempts, NOW)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void fiftyFailuresOfManyUsersExhaustAnAddress() {
    assertThat(ThrottlePolicy.addressExhausted(49)).isFalse();
    assertThat(ThrottlePolicy.addressExhausted(50)).isTrue();
  }

  private static List<SignInAttempt> failuresMinutesAgo(int... minutes) {
    List<SignInAttempt> attempts = new ArrayList<>();
    for (int ago : minutes) {
      attempts.add(new SignInAttempt(REFUSED, NOW.minus(Duration.ofMinutes(ago))));
    }
    return attempts;
  }
}
