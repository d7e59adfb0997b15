package org.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SkewPolicyTest {

  private static final Instant TRUE_TIME = Instant.parse("2026-11-25T01:00:00Z");
  private static final SkewPolicy POLICY = new SkewPolicy(Duration.ofSeconds(5));

  @Test
  void fiveSecondsAreInStepAndMoreAreNot() {
    assertThat(POLICY.inStep(reading(5000, 0, 0), true)).isTrue();
    assertThat(POLICY.inStep(reading(-5000, 0, 0), true)).isTrue();
    assertThat(POLICY.inStep(reading(5001, 0, 0), true)).isFalse();
    assertThat(POLICY.inStep(reading(-5001, 0, 0), true)).isFalse();
  }

  @Test
  void answerThatTookLongIsReckonedFromHalfWay() {
    assertThat(reading(3000, 400, 400).skew()).hasMillis(3000);
    assertThat(reading(3000, 400, 400).uncertainty()).hasMillis(400);
  }

  @Test
  void slowAnswerChangesNoVerdict() {
    ClockReading slow = reading(0, 12_000, 0);
    assertThat(slow.skew()).hasMillis(-6000);
    assertThat(POLICY.inStep(slow, true)).isTrue();
    assertThat(POLICY.inStep(slow, false)).isFalse();
  }

  @Property
  void changedVerdictIsNeverWrong(
      @ForAll @IntRange(min = -20_000, max = 20_000) int skew,
      @ForAll @IntRange(max = 15_000) int there,
      @ForAll @IntRange(max = 15_000) int back) {
    ClockReading reading = reading(skew, there, back);
    if (!POLICY.inStep(reading, true)) {
      assertThat(Math.abs(skew)).isGreaterThan(5000);
    }
    if (POLICY.inStep(reading, false)) {
      assertThat(Math.abs(skew)).isLessThanOrEqualTo(5000);
    }
  }

  @Property
  void promptAnswerAlwaysDecides(
      @ForAll @IntRange(min = -20_000, max = 20_000) int skew, @ForAll boolean before) {
    assertThat(POLICY.inStep(reading(skew, 0, 0), before)).isEqualTo(Math.abs(skew) <= 5000);
  }

  /** What a node sees whose clock is ahead, all in milliseconds. */
  private static ClockReading reading(int ahead, int there, int back) {
    Instant answered = TRUE_TIME.plusMillis(there);
    return new ClockReading(
        TRUE_TIME.plusMillis(ahead), answered, answered.plusMillis((long) back + ahead));
  }
}
