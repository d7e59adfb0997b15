package org.duban.escalation;

import org.duban.calendar.WorkingCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The terms of this installation. */
@Configuration(proxyBeanMethods = false)
class TermConfiguration {

  @Bean
  TermPolicy termPolicy(TermSettings settings, SignOffSettings signOff, WorkingCalendar calendar) {
    return new TermPolicy(settings, signOff, calendar);
  }
}
