package org.duban.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** No password is checked for this user at this address until some time has passed. */
class TooManyFailures extends AuthenticationException {

  private final long seconds;

  TooManyFailures(Duration wait) {
    super("登录失败次数过多,请在 %d 分钟后再试。".formatted(Math.max(1, (wait.toSeconds() + 59) / 60)));
    this.seconds = Math.max(1, wait.toSeconds());
  }

  long seconds() {
    return seconds;
  }
}
