package org.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonePolicyTest {

  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, true",
    "PRC, true",
    "Asia/Chongqing, true",
    "Asia/Urumqi, false",
    "Etc/UTC, false",
    "America/New_York, false",
    "+08:00, false", // no daylight saving in 1991, as Shanghai had
    "<+08>-08, false",
    "'', false"
  })
  void zonesAgreeWhenTheirRulesDo(String name, boolean agree) {
    assertThat(ZonePolicy.agree(ZoneId.of("Asia/Shanghai"), name)).isEqualTo(agree);
  }
}
