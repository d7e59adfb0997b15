package org.duban.oversight.counter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.DubanTest;
import org.duban.escalation.Light;
import org.duban.oversight.InterruptedDatabase;
import org.duban.oversight.board.Board;
import org.duban.oversight.board.BoardFigures;
import org.duban.oversight.board.BoardFilter;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.oversight.milestone.Overview;
import org.duban.security.Caller;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The board's counters stay what the rows say, whatever happens while they are kept. */
@DubanTest
class CountersTest {

  private static final Caller LEADER = new Caller("leader", Set.of("leader"));

  @Autowired private Office office;
  @Autowired private Tally tally;
  @Autowired private Counters counters;
  @Autowired private BoardFigures figures;
  @Autowired private Overview overview;
  @Autowired private HikariDataSource database;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;

  @BeforeEach
  void threeMissJune() {
    office.openOn("2021-05-20 08:30");
    office.dispatchTheSample();
    office.moveTo("2021-07-01 09:00");
    tally.fold();
  }

  @Test
  void whatIsCommittedBetweenTwoStatementsOfAFoldIsCountedOnce() {
    List<String> two =
        jdbc.sql("select milestone_id from watch where light = 'RED' order by 1 limit 2")
            .query(String.class)
            .list();
    int n = 0;
    boolean interrupted = true;
    while (interrupted) {
      change(two.get(0));
      InterruptedDatabase node =
          new InterruptedDatabase(database, n, () -> two.forEach(this::change));
      foldOn(node);
      interrupted = node.interrupted();
      agrees("before the next fold, changed before statement " + n);
      tally.fold();
      agrees("folded, changed before statement " + n);
      n++;
    }
    assertThat(n).as("statements of a fold").isGreaterThan(9);
  }

  @Test
  void twoNodesFoldAtOnceAndCountEverythingOnce() {
    String one =
        jdbc.sql("select min(milestone_id) from watch where light = 'RED'")
            .query(String.class)
            .single();
    int n = 0;
    boolean interrupted = true;
    while (interrupted) {
      change(one);
      InterruptedDatabase node = new InterruptedDatabase(database, n, tally::fold);
      foldOn(node);
      interrupted = node.interrupted();
      agrees("two nodes fold, the other before statement " + n);
      assertThat(jdbc.sql("select count(*) from untallied").query(Long.class).single()).isZero();
      n++;
    }
  }

  private static void foldOn(InterruptedDatabase node) {
    new Tally(JdbcClient.create(node), new JdbcTransactionManager(node)).fold();
  }

  /** Its day, its light, and who has held it since when. */
  private void change(String milestone) {
    jdbc.sql("update milestone set due = due + 1 where id = :id").param("id", milestone).update();
    jdbc.sql(
            """
            update watch set light = case light when 'RED' then 'GREEN' else 'RED' end
            where milestone_id = :id and term = 'MILESTONE'
            """)
        .param("id", milestone)
        .update();
    jdbc.sql("update holding set since = since - interval '3 days' where milestone_id = :id")
        .param("id", milestone)
        .update();
  }

  private void agrees(String when) {
    assertThat(counters.compare().drift()).as("drift " + when).isZero();
    assertThat(board().lights()).as(when).isEqualTo(lights());
  }

  private Board board() {
    return figures.of(new BoardFilter(null, null, null, 2021), 0, LEADER);
  }

  private Map<Light, Long> lights() {
    List<MilestoneRow> all = overview.list(MilestoneFilter.ANY, 0, 1000, LEADER).content();
    Map<Light, Long> lights = new EnumMap<>(Light.class);
    for (Light light : Light.values()) {
      lights.put(
          light,
          all.stream()
              .filter(row -> row.due() != null && row.state().open() && row.light() == light)
              .count());
    }
    return lights;
  }

  @Test
  void aCounterThatIsWrongIsFoundMendedOvernightAndToldOnHealth() {
    counters.mendDaily();
    assertThat(drift("duban")).isZero();
    Map<Light, Long> right = board().lights();
    Board.HeldTotals held = board().attribution();
    jdbc.sql(
            "update tally set n = n - 2 where light = 'RED' and part = 'ALL' and programme_id = ''")
        .update();
    jdbc.sql("delete from day_tally where role = 'LEAD'").update();
    assertThat(board().lights().get(Light.RED)).isLessThan(right.get(Light.RED));
    assertThat(board().attribution()).isNotEqualTo(held);

    counters.mendDaily();
    assertThat(drift("duban")).as("found at once, mended at night").isPositive();
    assertThat(drift("sysadmin")).isEqualTo(drift("duban"));
    assertThat(health().get("status").asText()).isEqualTo("UP");

    office.moveTo("2021-07-02 00:00");
    Map<Light, Long> next = lights();
    counters.mendDaily();
    assertThat(drift("duban")).isZero();
    assertThat(board().lights()).isEqualTo(next);
    assertThat(health().get("status").asText()).isEqualTo("WARNING");
    assertThat(health().at("/details/drift").asLong()).isPositive();
    assertThat(health().at("/details/warning").asText()).contains("已按台账重新计数");

    office.moveTo("2021-07-03 00:00");
    counters.mendDaily();
    assertThat(health().get("status").asText()).isEqualTo("UP");
    assertThat(health().at("/details/drift").asLong()).isZero();
  }

  /** A count that is right by chance, of a milestone that was counted wrongly, drifts later. */
  @Test
  void whatACountWasMadeOfIsComparedAsWell() {
    jdbc.sql("update tallied set light = 'YELLOW' where light = 'RED'").update();
    jdbc.sql("delete from tallied_days where holder = 'scjg'").update();
    assertThat(counters.compare().drift()).isPositive();

    counters.mendDaily();
    assertThat(counters.compare().drift()).isZero();
    jdbc.sql("update milestone set due = due + 1").update();
    agrees("every milestone moved");
    tally.fold();
    agrees("every milestone moved and folded");
  }

  @Test
  void thoseWhoKeepTheProgramRunningAskAndNobodyElse() {
    for (String user : List.of("leader", "scjg", "auditor", "secadmin")) {
      assertThat(ask(user).getStatusCode()).as(user).isEqualTo(HttpStatus.FORBIDDEN);
    }
    assertThat(LocalDate.parse(ask("duban").getBody().get("checkedAt").asText().substring(0, 10)))
        .isEqualTo(LocalDate.of(2021, 7, 1));
  }

  private long drift(String user) {
    ResponseEntity<JsonNode> answer = ask(user);
    assertThat(answer.getStatusCode()).as(user).isEqualTo(HttpStatus.OK);
    return answer.getBody().get("drift").asLong();
  }

  private ResponseEntity<JsonNode> ask(String user) {
    return http.withBasicAuth(user, "demo").getForEntity("/api/v1/counters", JsonNode.class);
  }

  private JsonNode health() {
    return http.withBasicAuth("sysadmin", "demo")
        .getForObject("/actuator/health", JsonNode.class)
        .at("/components/counters");
  }
}
