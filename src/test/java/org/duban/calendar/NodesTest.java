package org.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.ZoneId;
import java.util.TimeZone;
import org.duban.DubanTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several nodes on the database of the one program that all tests share. */
@DubanTest
class NodesTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @BeforeEach
  void nobodyRuns() {
    jdbc.sql("delete from node").update();
  }

  @AfterEach
  void everythingAgreesAgain() {
    jdbc.sql("delete from node").update();
    jdbc.sql("alter role current_user reset timezone").update();
    TimeZone.setDefault(TimeZone.getTimeZone(SHANGHAI));
  }

  @Test
  void nodesOfOneZoneRunTogetherUntilTheyEnd() {
    node("a", "Asia/Shanghai").join();
    Nodes other = node("b", "PRC");
    other.join();
    assertThat(other.running()).containsExactly("a", "b");

    other.leave();
    assertThat(other.running()).containsExactly("a");
  }

  @Test
  void nodeOfAnotherZoneIsRefusedWhileTheFirstRuns() {
    node("a", "Asia/Shanghai").join();
    Nodes urumqi = node("b", "Asia/Urumqi");

    assertThatExceptionOfType(ZonesDiffer.class)
        .isThrownBy(urumqi::join)
        .withMessageContaining("正在运行的节点 a 用的是 Asia/Shanghai，本节点用的是 Asia/Urumqi");
    assertThat(urumqi.running()).containsExactly("a");
  }

  @Test
  void nodeNotSeenForAMinuteHoldsNobodyUp() {
    node("a", "Asia/Shanghai").join();
    jdbc.sql("update node set seen_at = clock_timestamp() - interval '61 seconds'").update();
    Nodes urumqi = node("b", "Asia/Urumqi");

    assertThatNoException().isThrownBy(urumqi::join);
    assertThat(urumqi.running()).containsExactly("b");
  }

  @Test
  void nodeThatBeatsStaysAmongTheRunningWithItsSkew() {
    Nodes node = node("a", "Asia/Shanghai");
    node.join();
    jdbc.sql("update node set seen_at = clock_timestamp() - interval '2 minutes'").update();

    node.beat(Duration.ofMillis(-250));
    assertThat(node.running()).containsExactly("a");
    assertThat(jdbc.sql("select skew_ms from node").query(Long.class).single()).isEqualTo(-250);
  }

  @Test
  void zoneSetForTheDatabaseOrItsUserIsHeldAgainstTheNode() {
    ZoneCheck check = new ZoneCheck(jdbc, SHANGHAI);
    assertThatNoException().isThrownBy(check::check);

    jdbc.sql("alter role current_user set timezone = 'America/New_York'").update();
    assertThatExceptionOfType(ZonesDiffer.class)
        .isThrownBy(check::check)
        .withMessageContaining("数据库")
        .withMessageContaining("America/New_York");
  }

  @Test
  void jvmOfAnotherZoneIsRefused() {
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    assertThatExceptionOfType(ZonesDiffer.class)
        .isThrownBy(() -> new ZoneCheck(jdbc, SHANGHAI).check())
        .withMessageContaining("Java 虚拟机用的是 America/New_York");
  }

  private Nodes node(String id, String zone) {
    return new Nodes(id, ZoneId.of(zone), jdbc, transaction);
  }
}
