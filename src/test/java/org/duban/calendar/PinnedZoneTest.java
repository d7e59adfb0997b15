package org.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class PinnedZoneTest {

  private final TimeZone before = TimeZone.getDefault();

  @BeforeEach
  void machineStandsElsewhere() {
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
  }

  @AfterEach
  void putBack() {
    TimeZone.setDefault(before);
  }

  @Test
  void everythingRunsInShanghaiWhereverTheMachineStands() {
    assertThat(zoneSeenByTheFirstBean()).isEqualTo(ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void settingNamesAnotherZone() {
    assertThat(zoneSeenByTheFirstBean("--duban.zone=Asia/Urumqi"))
        .isEqualTo(ZoneId.of("Asia/Urumqi"));
  }

  @Test
  void unknownZoneIsRefusedWithASentence() {
    assertThatExceptionOfType(ClockMisset.class)
        .isThrownBy(() -> zoneSeenByTheFirstBean("--duban.zone=Asia/Jining"))
        .withMessageContaining("设置 duban.zone 的值“Asia/Jining”不对:须为时区名");
    assertThat(TimeZone.getDefault().getID()).isEqualTo("America/New_York");
  }

  private static ZoneId zoneSeenByTheFirstBean(String... settings) {
    try (var context =
        new SpringApplicationBuilder(FirstBean.class).web(WebApplicationType.NONE).run(settings)) {
      return context.getBean(ZoneId.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class FirstBean {

    @Bean
    ZoneId seen() {
      return ZoneId.systemDefault();
    }
  }
}
