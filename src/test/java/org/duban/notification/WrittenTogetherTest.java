package org.duban.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.duban.DubanTest;
import org.duban.calendar.TimeMachine;
import org.duban.escalation.DeadlineSheet;
import org.duban.workflow.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * One run of the deadline sheet, which writes in several transactions, while the sender polls: the
 * head of a lead hears in it that an acknowledgement and a milestone are overdue, the one written
 * before the other.
 */
@DubanTest
class WrittenTogetherTest {

  @Autowired private Office office;
  @Autowired private TimeMachine time;
  @Autowired private JdbcClient jdbc;
  @Autowired private DataSource database;
  @Autowired private Clock clock;
  @Autowired private Outbox outbox;
  @Autowired private Letters letters;
  @Autowired private Digests digests;
  @Autowired private DeadlineSheet sheet;

  private final List<Letter> toTheHead = new ArrayList<>();
  private OutboxSender sender;
  private Object lanesBefore;
  private Object timingBefore;

  @BeforeEach
  void mailIsOpenDayAndNight() {
    office.openOn("2021-06-25 09:00");
    Channel mail =
        new Channel() {
          @Override
          public String name() {
            return MailChannel.NAME;
          }

          @Override
          public void send(Letter letter) {
            if (letter.recipient().equals("scjg-head")) {
              toTheHead.add(letter);
            }
          }
        };
    Lanes lanes =
        new Lanes(
            List.of(Lane.toPersons(new LogChannel(), false), Lane.toPersons(mail, true)),
            Correspondents.book());
    TimingPolicy timing =
        new TimingPolicy(
            clock.getZone(),
            Set.of("ACKNOWLEDGE", "LEVEL_1"),
            LocalTime.of(8, 30),
            Duration.ofMinutes(5),
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT);
    lanesBefore = ReflectionTestUtils.getField(outbox, "lanes");
    timingBefore = ReflectionTestUtils.getField(outbox, "timing");
    ReflectionTestUtils.setField(outbox, "lanes", lanes);
    ReflectionTestUtils.setField(outbox, "timing", timing);
    sender = new OutboxSender(letters, digests, lanes, timing, new BackoffPolicy(20), clock);
    office.dispatch(
        """
        济宁高新区2021年度重点民生项目清单

        一、保障食品药品安全。
        新建放心消费示范药店5家。
        完成时限:2021年6月底
        牵头部门:市场监督管理局
        """);
    office.passTo("2021-06-30 23:00");
    sender.sendQueued();
    toTheHead.clear();
    time.goTo(Office.at("2021-07-01 00:00"));
  }

  @AfterEach
  void theUsualWays() {
    ReflectionTestUtils.setField(outbox, "lanes", lanesBefore);
    ReflectionTestUtils.setField(outbox, "timing", timingBefore);
  }

  @Test
  void aPollBetweenTwoTransactionsOfATickLeavesItsLetterWhole() throws Exception {
    betweenTwoTransactions(
        tick -> {
          sender.sendQueued();
          assertThat(toTheHead).isEmpty();
        });
    sender.sendQueued();

    theHeadHasOneLetterOfBoth();
  }

  @Test
  void whatATickThatDiedHasWrittenGoesWithWhatTheNextRunWrites() throws Exception {
    theTickDies();
    sender.sendQueued();
    assertThat(toTheHead).isEmpty();

    time.forward(Duration.ofMinutes(31));
    sender.sendQueued();
    assertThat(toTheHead).isEmpty();
    sheet.run();
    sender.sendQueued();

    theHeadHasOneLetterOfBoth();
  }

  @Test
  void whatATickThatDiedHasWrittenGoesWithoutTheRestWhenNobodyTakesItUp() throws Exception {
    theTickDies();
    time.forward(Writing.LONGEST.minusSeconds(1));
    sender.sendQueued();
    assertThat(toTheHead).isEmpty();

    time.forward(Duration.ofSeconds(1));
    sender.sendQueued();
    assertThat(told()).containsExactly("ACKNOWLEDGE");

    sheet.run();
    sender.sendQueued();
    assertThat(toTheHead).hasSize(2);
    assertThat(told()).containsExactly("ACKNOWLEDGE", "LEVEL_1");
  }

  @Test
  void aDigestWaitsForWhatIsBeingWrittenForIt() throws Exception {
    ReflectionTestUtils.setField(outbox, "timing", lettersOfTheDayOnly());
    time.goTo(Office.at("2021-07-01 08:30"));
    betweenTwoTransactions(
        tick -> {
          time.forward(Duration.ofMinutes(6));
          sender.sendQueued();
          assertThat(toTheHead).isEmpty();
        });
    sender.sendQueued();

    theHeadHasOneLetterOfBoth();
  }

  private TimingPolicy lettersOfTheDayOnly() {
    return new TimingPolicy(
        clock.getZone(),
        Set.of(),
        LocalTime.of(8, 30),
        Duration.ofMinutes(5),
        LocalTime.MIDNIGHT,
        LocalTime.MIDNIGHT);
  }

  private void theHeadHasOneLetterOfBoth() {
    assertThat(toTheHead).hasSize(1);
    assertThat(told()).containsExactlyInAnyOrder("ACKNOWLEDGE", "LEVEL_1");
    assertThat(jdbc.sql("select count(*) from writing").query(Long.class).single()).isZero();
    sender.sendQueued();
    assertThat(toTheHead).hasSize(1);
  }

  private List<String> told() {
    return toTheHead.stream()
        .flatMap(letter -> letter.items().stream())
        .map(Letter.Item::kind)
        .toList();
  }

  private void theTickDies() throws Exception {
    assertThatThrownBy(
            () ->
                betweenTwoTransactions(
                    tick ->
                        tick.execute(
                            "select pg_terminate_backend(pid) from pg_locks"
                                + " where relation = 'watch'::regclass and not granted")))
        .isInstanceOf(ExecutionException.class);
    assertThat(
            jdbc.sql("select count(*) from sheet_tick where tick = :tick")
                .param(
                    "tick",
                    Office.at("2021-07-01 00:00").atZone(clock.getZone()).toOffsetDateTime())
                .query(Long.class)
                .single())
        .isZero();
  }

  private interface Meanwhile {
    void happens(Statement statement) throws SQLException;
  }

  /** The terms' reminders are written then, and no rung yet. */
  private void betweenTwoTransactions(Meanwhile meanwhile) throws Exception {
    ExecutorService node = Executors.newSingleThreadExecutor();
    try (Connection holdUp = database.getConnection();
        Statement statement = holdUp.createStatement()) {
      holdUp.setAutoCommit(false);
      statement.execute("lock table watch in exclusive mode");
      Future<?> tick = node.submit(sheet::run);
      while (!tick.isDone() && !someoneWaitsFor(statement)) {
        Thread.onSpinWait();
      }
      try {
        meanwhile.happens(statement);
      } finally {
        holdUp.rollback();
      }
      tick.get(30, TimeUnit.SECONDS);
    } finally {
      node.shutdownNow();
    }
  }

  private static boolean someoneWaitsFor(Statement statement) throws SQLException {
    try (ResultSet waiting =
        statement.executeQuery(
            "select 1 from pg_locks where relation = 'watch'::regclass and not granted")) {
      return waiting.next();
    }
  }
}
