package org.duban.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a password, throttled and on record. The login page and HTTP Basic both come through here.
 *
 * <p>Attempts of one user at one address are taken one after the other, so that many at once win no
 * extra tries.
 */
@Component
class PasswordDoor implements AuthenticationProvider {

  private final Accounts accounts;
  private final SignIns signIns;
  private final Clock clock;
  private final List<Object> turnstiles = Stream.generate(Object::new).limit(256).toList();

  PasswordDoor(Accounts accounts, SignIns signIns, Clock clock) {
    this.accounts = accounts;
    this.signIns = signIns;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String user = attempt.getName();
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    synchronized (turnstiles.get(Math.floorMod((user + ' ' + address).hashCode(), 256))) {
      pass(user, String.valueOf(attempt.getCredentials()), address);
    }
    Set<String> groups = accounts.groupsOf(user).orElseThrow(PasswordDoor::refusal);
    var signedIn =
        UsernamePasswordAuthenticationToken.authenticated(
            user, null, AuthorityUtils.createAuthorityList(groups));
    signedIn.setDetails(attempt.getDetails());
    return signedIn;
  }

  private void pass(String user, String password, String address) {
    Instant now = clock.instant();
    List<SignInAttempt> attempts = signIns.of(user, address, now.minus(ThrottlePolicy.WINDOW));
    Duration wait = ThrottlePolicy.wait(attempts, now);
    if (wait.isZero() && addressExhausted(user, address, attempts, now)) {
      wait = ThrottlePolicy.WINDOW;
    }
    if (!wait.isZero()) {
      signIns.add(user, address, SignInOutcome.THROTTLED, now);
      throw new TooManyFailures(wait);
    }
    if (!canBeAName(user) || !accounts.passwordMatches(user, password)) {
      signIns.add(user, address, SignInOutcome.REFUSED, now);
      throw refusal();
    }
    if (ThrottlePolicy.worthWritingDown(attempts)) {
      signIns.add(user, address, SignInOutcome.SUCCEEDED, now);
    }
  }

  private boolean addressExhausted(
      String user, String address, List<SignInAttempt> attempts, Instant now) {
    boolean knownHere = !ThrottlePolicy.worthWritingDown(attempts);
    return !knownHere
        && ThrottlePolicy.addressExhausted(
            signIns.failuresAt(address, now.minus(ThrottlePolicy.WINDOW)))
        && !signIns.succeeded(user, address, now.minus(ThrottlePolicy.KNOWN_FOR));
  }

  private static boolean canBeAName(String user) {
    return user.chars().noneMatch(Character::isISOControl);
  }

  private static BadCredentialsException refusal() {
    return new BadCredentialsException("用户名或密码不正确。");
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
