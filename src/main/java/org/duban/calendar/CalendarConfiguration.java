package org.duban.calendar;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The calendar of the files that {@code duban.calendar} names, and the clock: the system's, or in
 * demo and test a simulated one that first stands at {@code duban.clock.start}.
 */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

  static final String YEARS = "classpath:config/calendar/*.yml";

  @Bean
  WorkingCalendar workingCalendar(@Value("${duban.calendar:" + YEARS + "}") Resource[] years) {
    return WorkingCalendar.load(years);
  }

  /** How a due day on a day off is counted: {@code duban.due-on-day-off}. */
  @Bean
  DueDayPolicy dueDays(WorkingCalendar workingCalendar, Environment settings) {
    return new DueDayPolicy(workingCalendar, ClockSettings.dueOnDayOff(settings));
  }

  @Bean
  @Profile("!demo & !test")
  Clock systemClock(Environment settings) {
    return Clock.system(ClockSettings.zone(settings));
  }

  @Bean
  @Profile("demo | test")
  SimulatedClock simulatedClock(Environment settings, JdbcClient jdbc) {
    return SimulatedClock.startingAt(
        ClockSettings.start(settings), ClockSettings.zone(settings), jdbc);
  }
}
