package org.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class SimulatedClockTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant START = at("2021-05-20T08:30");
  private static final Instant JULY = at("2021-07-01T09:00");

  private static EmbeddedPostgres postgres;
  private static JdbcClient jdbc;
  private static TransactionTemplate transaction;

  private SimulatedClock clock;

  @BeforeAll
  static void startServer() throws IOException {
    postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
    DataSource dataSource = postgres.getPostgresDatabase();
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/migration/calendar")
        .load()
        .migrate();
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  @AfterAll
  static void stopServer() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void startClock() {
    jdbc.sql("delete from simulated_clock").update();
    clock = restarted();
  }

  @Test
  void standsStillAtItsStart() {
    assertThat(clock.instant()).isEqualTo(START);
    assertThat(LocalDateTime.now(clock)).isEqualTo("2021-05-20T08:30");
  }

  @Test
  void movesForwardAndStandsThereAgainAfterARestart() {
    clock.moveTo(JULY);
    assertThat(clock.instant()).isEqualTo(JULY);
    assertThat(restarted().instant()).isEqualTo(JULY);
  }

  @Test
  void neverMovesBack() {
    clock.moveTo(JULY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.moveTo(START))
        .withMessage("模拟时钟只能向前拨:现在是 2021-07-01 09:00:00,不能拨回 2021-05-20 08:30:00。");
    assertThat(clock.instant()).isEqualTo(JULY);
    assertThat(restarted().instant()).isEqualTo(JULY);
  }

  @Test
  void mayBeSetToWhereItStands() {
    clock.moveTo(START);
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void staysWhereItWasWhenTheTransactionIsRolledBack() {
    transaction.executeWithoutResult(
        status -> {
          clock.moveTo(JULY);
          status.setRollbackOnly();
        });
    assertThat(clock.instant()).isEqualTo(START);
    assertThat(restarted().instant()).isEqualTo(START);
    clock.moveTo(START.plusSeconds(60));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void showsTheNewTimeOnceTheTransactionIsCommittedAndToWhoeverWaitsForThat() {
    List<Instant> seen = new ArrayList<>();
    transaction.executeWithoutResult(
        status -> {
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                  seen.add(clock.instant());
                }
              });
          clock.moveTo(JULY);
          seen.add(clock.instant());
        });
    assertThat(seen).containsExactly(START, JULY);
  }

  @Test
  void twoMovesInOneTransactionStillGoForwardOnly() {
    transaction.executeWithoutResult(
        status -> {
          clock.moveTo(JULY);
          assertThatIllegalArgumentException()
              .isThrownBy(() -> clock.moveTo(JULY.minusSeconds(1)))
              .withMessageContaining("现在是 2021-07-01 09:00:00");
        });
    assertThat(clock.instant()).isEqualTo(JULY);
  }

  @Test
  void sameTimeIsReadInAnotherZone() {
    SimulatedClock utc = clock.withZone(ZoneId.of("UTC"));
    clock.moveTo(JULY);
    assertThat(LocalDateTime.now(utc)).isEqualTo("2021-07-01T01:00");
  }

  @Test
  void memoryAndDatabaseAgreeToTheMicrosecond() {
    clock.moveTo(JULY.plusNanos(1_999));
    assertThat(clock.instant()).isEqualTo(JULY.plusNanos(1_000)).isEqualTo(restarted().instant());
  }

  private static SimulatedClock restarted() {
    return SimulatedClock.startingAt(START, SHANGHAI, jdbc);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }
}
