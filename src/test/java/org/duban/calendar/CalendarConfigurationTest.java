package org.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CalendarConfigurationTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner().withUserConfiguration(CalendarConfiguration.class);

  @Test
  void productionRunsOnTheSystemsClockInItsZone() {
    application
        .withPropertyValues("duban.zone=Asia/Urumqi")
        .run(
            context ->
                assertThat(context.getBean(Clock.class))
                    .isEqualTo(Clock.system(ZoneId.of("Asia/Urumqi"))));
  }

  @Test
  void demoStandsAtTheStartOfTheSetting() throws IOException {
    try (var postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start()) {
      var database = postgres.getPostgresDatabase();
      Flyway.configure()
          .dataSource(database)
          .locations("classpath:db/migration/calendar")
          .load()
          .migrate();
      application
          .withPropertyValues("spring.profiles.active=demo", "duban.clock.start=2021-05-20T08:30")
          .withBean(JdbcClient.class, () -> JdbcClient.create(database))
          .run(
              context -> {
                assertThat(context).hasSingleBean(Clock.class).hasSingleBean(SimulatedClock.class);
                Clock clock = context.getBean(Clock.class);
                assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
                assertThat(LocalDateTime.now(clock)).isEqualTo("2021-05-20T08:30");
              });
    }
  }

  @Test
  void calendarOfTheSixYearsComesAlong() {
    application.run(
        context ->
            assertThat(
                    context.getBean(WorkingCalendar.class).isWorkingDay(LocalDate.of(2026, 10, 10)))
                .isTrue());
  }

  @Test
  void officeMayNameItsOwnFiles() {
    application
        .withPropertyValues("duban.calendar=classpath:config/calendar/2021.yml")
        .run(
            context -> {
              WorkingCalendar calendar = context.getBean(WorkingCalendar.class);
              assertThat(calendar.isWorkingDay(LocalDate.of(2021, 10, 9))).isTrue();
              assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 10))).isFalse();
            });
  }

  @Test
  void startThatIsNoTimeIsRefused() {
    application
        .withPropertyValues("spring.profiles.active=test", "duban.clock.start=2021-02-30T08:30")
        .withBean(JdbcClient.class, () -> JdbcClient.create(new DriverManagerDataSource()))
        .run(
            context ->
                assertThat(
                        new CalendarRefused().analyze(context.getStartupFailure()).getDescription())
                    .contains("duban.clock.start 的值“2021-02-30T08:30”不对"));
  }

  @Test
  void startThatIsRefusedEndsWithTheSentence() {
    application
        .withPropertyValues("duban.zone=Nowhere")
        .run(
            context -> {
              FailureAnalysis told = new CalendarRefused().analyze(context.getStartupFailure());
              assertThat(told.getDescription())
                  .isEqualTo("设置 duban.zone 的值“Nowhere”不对:须为时区名,例如 Asia/Shanghai。");
            });
    application
        .withPropertyValues("duban.due-on-day-off=LATER")
        .run(
            context ->
                assertThat(
                        new CalendarRefused().analyze(context.getStartupFailure()).getDescription())
                    .contains("duban.due-on-day-off 的值“LATER”不对"));
    application
        .withPropertyValues("duban.calendar=classpath:config/directory.yml")
        .run(
            context ->
                assertThat(
                        new CalendarRefused().analyze(context.getStartupFailure()).getDescription())
                    .contains("日历文件 directory.yml"));
    assertThat(new CalendarRefused().analyze(new IllegalStateException())).isNull();
  }
}
