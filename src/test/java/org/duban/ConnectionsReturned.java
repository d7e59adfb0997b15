package org.duban;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** After each class of tests every connection is back in the pool, or the class has failed. */
public class ConnectionsReturned extends AbstractTestExecutionListener {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int REMEMBERED = 20;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private static final Deque<String> LEAKS = new ConcurrentLinkedDeque<>();

  private static final Logger POOL =
      (Logger) LoggerFactory.getLogger("com.zaxxer.hikari.pool.ProxyLeakTask");

  private static final AppenderBase<ILoggingEvent> REMEMBERING =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          LEAKS.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
          if (LEAKS.size() > REMEMBERED) {
            LEAKS.remove();
          }
        }
      };

  /** Anew for each test: a program that starts sets up its log and forgets who listens. */
  @Override
  public void beforeTestMethod(TestContext test) {
    if (!POOL.isAttached(REMEMBERING)) {
      REMEMBERING.start();
      POOL.addAppender(REMEMBERING);
    }
  }

  @Override
  public void afterTestClass(TestContext test) {
    if (test.hasApplicationContext()) {
      check(test.getApplicationContext().getBean(HikariDataSource.class), PATIENCE);
    }
  }

  /**
   * Waits until nobody has a connection of the pool or waits for one.
   *
   * @throws AssertionError when that isn't so in time, with the places where the pool saw that a
   *     connection was taken and kept
   */
  static void check(HikariDataSource database, Duration patience) {
    if (database.isClosed()) {
      return;
    }
    HikariPoolMXBean pool = database.getHikariPoolMXBean();
    long end = System.nanoTime() + patience.toNanos();
    while (pool.getActiveConnections() > 0 || pool.getThreadsAwaitingConnection() > 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            pool.getActiveConnections()
                + " connections were not given back, "
                + pool.getThreadsAwaitingConnection()
                + " wait for one; taken and kept:\n"
                + LEAKS.stream().distinct().collect(Collectors.joining("\n")));
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
