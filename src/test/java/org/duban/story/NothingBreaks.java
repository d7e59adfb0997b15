package org.duban.story;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Nothing is answered 5xx, nothing hangs, and nothing fails that only the log hears of. */
final class NothingBreaks implements Witness {

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  NothingBreaks() {
    AppenderBase<ILoggingEvent> ear =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
              String cause =
                  event.getThrowableProxy() == null
                      ? ""
                      : " " + event.getThrowableProxy().getMessage();
              heard.add(event.getLoggerName() + ": " + event.getFormattedMessage() + cause);
            }
          }
        };
    ear.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(ear);
  }

  @Override
  public List<String> against(Scene scene) {
    List<String> broken =
        new ArrayList<>(
            scene.answers().stream()
                .filter(answer -> answer.status() >= 500)
                .map(Answer::toString)
                .toList());
    for (String words = heard.poll(); words != null; words = heard.poll()) {
      broken.add("the log: " + words);
    }
    return broken;
  }
}
