package org.duban.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells by a line in the program's log: the channel that every installation has. */
@Component
class LogChannel {

  static final String NAME = "log";

  private static final Logger log = LoggerFactory.getLogger("org.duban.messages");

  void send(String recipient, String message) {
    log.info("→ {}: {}", recipient, message);
  }
}
