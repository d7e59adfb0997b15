package org.duban.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.duban.workflow.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "2021-06-10 00:00, 2021-06-10 08:35",
    "2021-06-10 08:35, 2021-06-10 08:35",
    "2021-06-10 08:36, 2021-06-11 08:35",
    "2021-12-31 23:59, 2022-01-01 08:35"
  })
  void whatWaitsGoesWithTheNextDigest(String now, String digest) {
    assertThat(policy("20:00", "08:00").nextDigest(Office.at(now))).isEqualTo(Office.at(digest));
  }

  @ParameterizedTest
  @CsvSource({
    "20:00, 08:00, 19:59, false",
    "20:00, 08:00, 20:00, true",
    "20:00, 08:00, 00:00, true",
    "20:00, 08:00, 07:59, true",
    "20:00, 08:00, 08:00, false",
    "12:00, 14:00, 13:00, true",
    "12:00, 14:00, 14:00, false",
    "12:00, 14:00, 23:00, false",
    "08:00, 08:00, 08:00, false"
  })
  void quietHoursMayReachOverMidnight(String from, String to, String now, boolean quiet) {
    assertThat(policy(from, to).quiet(Office.at("2021-06-10 " + now))).isEqualTo(quiet);
  }

  @Test
  void onlyTheNamedKindsGoAtOnce() {
    assertThat(policy("20:00", "08:00").waitsForDigest("LEVEL_1")).isFalse();
    assertThat(policy("20:00", "08:00").waitsForDigest("REMINDER")).isTrue();
  }

  private static TimingPolicy policy(String quietFrom, String quietTo) {
    return new TimingPolicy(
        ZoneId.of("Asia/Shanghai"),
        Set.of("LEVEL_1"),
        LocalTime.of(8, 30),
        Duration.ofMinutes(5),
        LocalTime.parse(quietFrom),
        LocalTime.parse(quietTo));
  }
}
