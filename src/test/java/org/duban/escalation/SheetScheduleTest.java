package org.duban.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetScheduleTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final SheetSchedule schedule =
      new SheetSchedule(List.of(LocalTime.of(8, 30), LocalTime.MIDNIGHT), SHANGHAI);

  @Test
  void theSheetRunsAtMidnightAndInTheMorning() {
    assertThat(schedule.after(at("2021-06-30T08:29:59"))).isEqualTo(at("2021-06-30T08:30:00"));
    assertThat(schedule.after(at("2021-06-30T08:30:00"))).isEqualTo(at("2021-07-01T00:00:00"));
    assertThat(schedule.after(at("2021-07-01T00:00:00"))).isEqualTo(at("2021-07-01T08:30:00"));
  }

  @Test
  void theLastTickIsTheOneThatHasJustCome() {
    assertThat(schedule.upTo(at("2021-07-01T00:00:00"))).isEqualTo(at("2021-07-01T00:00:00"));
    assertThat(schedule.upTo(at("2021-07-01T08:29:59"))).isEqualTo(at("2021-07-01T00:00:00"));
    assertThat(schedule.upTo(at("2021-07-01T23:59:59"))).isEqualTo(at("2021-07-01T08:30:00"));
  }

  @Test
  void aScheduleWithoutATimeIsRefused() {
    assertThatThrownBy(() -> new SheetSchedule(List.of(), SHANGHAI))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("duban.sheet.ticks");
  }

  private static Instant at(String localTime) {
    return LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant();
  }
}
