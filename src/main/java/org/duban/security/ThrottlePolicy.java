package org.duban.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often a password may be tried. A user at an address has {@value #TRIES} tries in {@link
 * #WINDOW}, and a success begins anew; so nobody is locked out by what others do elsewhere. An
 * address as a whole has {@value #TRIES_OF_ADDRESS}, which stops trying one password on many users.
 */
final class ThrottlePolicy {

  static final int TRIES = 5;
  static final int TRIES_OF_ADDRESS = 50;
  static final Duration WINDOW = Duration.ofMinutes(15);

  /** Whoever signed in from an address within this time is not stopped by its limit. */
  static final Duration KNOWN_FOR = Duration.ofDays(30);

  private ThrottlePolicy() {}

  /**
   * How long the user must wait at this address; zero when a try is free.
   *
   * @param attempts of this user at this address within the window, newest first
   */
  static Duration wait(List<SignInAttempt> attempts, Instant now) {
    List<Instant> failures =
        attempts.stream()
            .takeWhile(attempt -> attempt.outcome() != SignInOutcome.SUCCEEDED)
            .filter(attempt -> attempt.outcome() == SignInOutcome.REFUSED)
            .map(SignInAttempt::at)
            .filter(at -> at.isAfter(now.minus(WINDOW)))
            .toList();
    if (failures.size() < TRIES) {
      return Duration.ZERO;
    }
    return Duration.between(now, failures.get(TRIES - 1).plus(WINDOW));
  }

  static boolean addressExhausted(int failuresOfAddress) {
    return failuresOfAddress >= TRIES_OF_ADDRESS;
  }

  /** A program that sends its password with each request leaves one success a window. */
  static boolean worthWritingDown(List<SignInAttempt> attempts) {
    return attempts.isEmpty() || attempts.get(0).outcome() != SignInOutcome.SUCCEEDED;
  }
}
