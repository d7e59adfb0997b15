package org.duban.workflow;

import org.duban.Duban;
import org.duban.security.HandSetClock;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The program as it runs in production, started from a test in a process of its own. */
class ProductionStart {

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(Duban.class, HandSetClock.Configuration.class).run(arguments);
  }
}
