package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.duban.DubanTest;
import org.duban.calendar.TimeMachine;
import org.duban.workflow.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

@DubanTest
class SignInThrottleTest {

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired PasswordDoor door;
  @Autowired TimeMachine clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void anotherDay() {
    clock.forward(Duration.ofDays(1));
  }

  @Test
  void fiveFailuresStopThatUserAtThatAddressForAQuarterOfAnHour() {
    String user = people.newIn("leader");
    for (int i = 0; i < 5; i++) {
      assertThat(Visitor.basic(port, user, "wrong").get("/api/v1/door-test").statusCode())
          .isEqualTo(401);
      clock.forward(Duration.ofMinutes(1));
    }
    HttpResponse<String> stopped = Visitor.basic(port, user).get("/api/v1/door-test");
    assertThat(stopped.statusCode()).isEqualTo(429);
    assertThat(stopped.headers().firstValue("Retry-After")).hasValue("600");
    assertThat(stopped.body()).contains("请在 10 分钟后再试");
    HttpResponse<String> page = Visitor.anonymous(port).logIn(user, TestPeople.PASSWORD);
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.body()).contains("role=\"alert\"", "请在 10 分钟后再试");
    clock.forward(Duration.ofMinutes(10));
    assertThat(Visitor.basic(port, user).get("/api/v1/door-test").statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyLocksAnotherOutFromElsewhere() {
    String user = people.newIn("leader");
    for (int i = 0; i < 30; i++) {
      assertThatThrownBy(() -> tryFrom("203.0.113.7", user, "wrong"))
          .isInstanceOfAny(BadCredentialsException.class, TooManyFailures.class);
    }
    assertThat(tryFrom("198.51.100.1", user, TestPeople.PASSWORD)).isEqualTo(user);
    assertThatThrownBy(() -> tryFrom("203.0.113.7", user, TestPeople.PASSWORD))
        .isInstanceOf(TooManyFailures.class);
  }

  @Test
  void onePasswordTriedOnManyUsersStopsTheAddressButNotWhoIsKnownThere() {
    String colleague = people.newIn("leader");
    String stranger = people.newIn("leader");
    tryFrom("192.0.2.9", colleague, TestPeople.PASSWORD);
    clock.forward(Duration.ofDays(1));
    for (int i = 0; i < 50; i++) {
      String guessed = "guess" + i;
      assertThatThrownBy(() -> tryFrom("192.0.2.9", guessed, "123456"))
          .isInstanceOf(BadCredentialsException.class);
    }
    assertThatThrownBy(() -> tryFrom("192.0.2.9", stranger, TestPeople.PASSWORD))
        .isInstanceOf(TooManyFailures.class);
    assertThat(tryFrom("192.0.2.9", colleague, TestPeople.PASSWORD)).isEqualTo(colleague);
  }

  @Test
  void manyTriesAtOnceWinNoExtraTries() throws Exception {
    String user = people.newIn("leader");
    Callable<Class<?>> guess =
        () -> {
          try {
            tryFrom("192.0.2.44", user, "wrong");
            return String.class;
          } catch (RuntimeException e) {
            return e.getClass();
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(12);
    try {
      List<? extends Class<?>> answers =
          threads.invokeAll(IntStream.range(0, 24).mapToObj(i -> guess).toList()).stream()
              .map(
                  future -> {
                    try {
                      return future.get();
                    } catch (Exception e) {
                      throw new AssertionError(e);
                    }
                  })
              .toList();
      assertThat(answers).filteredOn(BadCredentialsException.class::equals).hasSize(5);
      assertThat(answers).filteredOn(TooManyFailures.class::equals).hasSize(19);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void everyFailureIsOnRecordAndAProgramsSuccessOnceAWindow() {
    String user = people.newIn("leader");
    assertThatThrownBy(() -> tryFrom("192.0.2.50", user, "wrong"))
        .isInstanceOf(BadCredentialsException.class);
    tryFrom("192.0.2.50", user, TestPeople.PASSWORD);
    tryFrom("192.0.2.50", user, TestPeople.PASSWORD);
    for (int i = 0; i < 6; i++) {
      assertThatThrownBy(() -> tryFrom("192.0.2.50", user, "wrong"))
          .isInstanceOfAny(BadCredentialsException.class, TooManyFailures.class);
    }
    assertThat(outcomesOf(user))
        .containsExactly(
            "REFUSED",
            "SUCCEEDED",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "THROTTLED");
  }

  @Test
  void strangeNamesAreRefusedAndRecordedShortened() {
    String longName = UUID.randomUUID() + "x".repeat(500);
    assertThatThrownBy(() -> tryFrom("192.0.2.51", longName, "wrong"))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(outcomesOf(longName.substring(0, 100))).containsExactly("REFUSED");
    HttpResponse<String> page = Visitor.anonymous(port).logIn("a\u0000b\r\nc", "wrong");
    assertThat(page.statusCode()).isEqualTo(401);
  }

  private List<String> outcomesOf(String user) {
    return jdbc.sql("select outcome from sign_in where user_id = ? order by id")
        .param(user)
        .query(String.class)
        .list();
  }

  private String tryFrom(String address, String user, String password) {
    var attempt = UsernamePasswordAuthenticationToken.unauthenticated(user, password);
    attempt.setDetails(new WebAuthenticationDetails(address, null));
    return door.authenticate(attempt).getName();
  }
}
