package org.duban.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells by a line in the program's log: the channel that every installation has. */
@Component
class LogChannel implements Channel {

  static final String NAME = "log";

  private static final Logger log = LoggerFactory.getLogger("org.duban.messages");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void send(Letter letter) {
    letter.items().forEach(item -> log.info("→ {}: {}", letter.recipient(), item.text()));
  }
}
