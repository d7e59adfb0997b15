package org.duban.calendar;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Makes {@code duban.zone} the JVM's default zone. The engine and the log take the default, and
 * stored due dates carry no zone, so it is set before anything else is made.
 */
public class PinnedZone implements EnvironmentPostProcessor, Ordered {

  /** As soon as the settings are read. */
  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    TimeZone.setDefault(TimeZone.getTimeZone(ClockSettings.zone(environment)));
  }
}
