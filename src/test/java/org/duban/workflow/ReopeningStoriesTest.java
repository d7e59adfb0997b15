package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.DubanTest;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Programme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is opened again is due on a new day, and what was met stays met. */
@DubanTest
class ReopeningStoriesTest {

  private static final String WHY = "群众反映未落实。";

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  private Programme programme;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-06-25 08:30");
  }

  private static String list(String deadline) {
    return """
        济宁高新区2021年度重点民生项目清单

        一、保障食品药品安全。
        新建放心消费示范药店5家。
        完成时限:%s
        牵头部门:市场监督管理局

        二、修建农村公路。
        新建放心消费示范药店5家。
        完成时限:2021年12月底
        牵头部门:城乡建设和交通局
        """
        .formatted(deadline);
  }

  private void meet(String day) {
    office.moveTo(day + " 09:00");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
  }

  private void metInJuneClosedAndReopenedInJuly(String due) {
    programme = office.dispatch(list("2021年6月底"));
    meet("2021-06-28");
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    office.moveTo("2021-07-05 09:00");
    assertThat(reopen(due).getStatusCode().value()).isEqualTo(200);
  }

  @Test
  void nobodyIsLateForTheTimeInWhichItWasClosed() {
    metInJuneClosedAndReopenedInJuly(null);

    assertThat(milestone("due")).as("ten working days").isEqualTo("2021-07-19");
    assertThat(milestone("original_due")).isEqualTo("2021-06-30");
    assertThat(milestone("listed_due")).isEqualTo("2021-06-30");
    office.moveTo("2021-07-06 09:00");
    assertThat(row().get("daysOverdue").asInt()).isZero();
    assertThat(row().get("light").asText()).isNotEqualTo("RED");
    office.moveTo("2021-07-19 23:59");
    assertThat(levels()).isEmpty();
    office.moveTo("2021-07-20 09:00");
    assertThat(levels()).containsExactly("2021-07-19 1");
    assertThat(row().get("daysOverdue").asInt()).isEqualTo(1);
    assertThat(strings("select detail from trail where what = 'MILESTONE_REOPENED'"))
        .containsExactly("期限由 2021-06-30 改为 2021-07-19。原因：" + WHY);
  }

  @Test
  void theOfficeNamesTheDayAndMoreTimeCanBeAskedForUntilItEnds() {
    metInJuneClosedAndReopenedInJuly("2021-07-15");
    assertThat(milestone("due")).isEqualTo("2021-07-15");
    office.moveTo("2021-07-15 23:00");

    assertThat(
            http.withBasicAuth("scjg-head", "demo")
                .postForEntity(
                    "/api/v1/milestones/" + milestone("id") + "/extension-requests",
                    Map.of("newDue", "2021-08-10", "reason", "场地尚未落实。"),
                    JsonNode.class)
                .getStatusCode()
                .value())
        .isEqualTo(201);
  }

  @Test
  void theLeadIsToldOnceWithTheDayAndTheReason() {
    metInJuneClosedAndReopenedInJuly("2021-07-15");
    office.moveTo("2021-07-06 09:00");

    assertThat(
            strings(
                "select recipient || ' ' || message from notification where kind = 'REOPENED' order by recipient"))
        .hasSize(2)
        .allMatch(text -> text.startsWith("scjg"))
        .allMatch(text -> text.contains("2021-07-15") && text.contains(WHY));
  }

  @Test
  void whatWasMetInTimeKeepsItsPointAndIsWorthNoSecond() {
    programme = office.dispatch(list("2021年6月底"));
    meet("2021-06-28");
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    office.moveTo("2021-07-05 09:00");
    JsonNode pointsBefore = points("2021-06-01", "2021-06-30");
    assertThat(pointsBefore.toString()).contains("MET_AHEAD");

    reopen("2021-07-15");
    office.moveTo("2021-07-07 09:00");

    assertThat(points("2021-06-01", "2021-06-30")).isEqualTo(pointsBefore);
    meet("2021-07-13");
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    office.moveTo("2021-08-02 09:00");
    assertThat(points("2021-06-01", "2021-06-30")).isEqualTo(pointsBefore);
    assertThat(points("2021-07-01", "2021-07-31").toString())
        .as("once is enough")
        .doesNotContain("MET_", "OVERDUE");
  }

  @Test
  void missingTheNewDayCostsWhatMissingADayCosts() {
    metInJuneClosedAndReopenedInJuly("2021-07-08");
    office.moveTo("2021-08-02 09:00");

    assertThat(points("2021-06-01", "2021-06-30").toString()).contains("MET_AHEAD");
    assertThat(points("2021-07-01", "2021-07-31").toString()).contains("OVERDUE");
  }

  @Test
  void aListThatMovesSomethingElseLeavesTheNewDayAlone() {
    metInJuneClosedAndReopenedInJuly("2021-07-15");

    office.revise(programme, list("2021年6月底").replace("2021年12月底", "2021年11月底"), WHY);

    assertThat(milestone("due")).isEqualTo("2021-07-15");
  }

  @Test
  void aProjectThatIsReturnedAtItsClosingTakesANewDayToo() {
    office.dispatch(list("2021年6月底"));
    meet("2021-06-28");
    office.moveTo("2021-07-05 09:00");

    for (String bad : List.of("2021-07-04", "七月底", "+999999999-12-31")) {
      assertThatThrownBy(() -> returned(bad))
          .hasRootCauseInstanceOf(InvalidSubmission.class)
          .rootCause()
          .hasMessageContaining("补办期限");
    }
    returned("2021-07-30");

    assertThat(milestone("due")).isEqualTo("2021-07-30");
    assertThat(
            strings(
                "select due || ' ' || runs_from || ' ' || level from watch where due < '2021-12-01'"))
        .containsExactly("2021-07-30 2021-07-05 0");
    assertThat(levels()).isEmpty();
    meet("2021-07-06");
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "RETURN"));
    assertThat(milestone("due")).as("ten working days").isEqualTo("2021-07-20");
    assertThat(strings("select run || ' ' || due from earlier_run order by run"))
        .containsExactly("1 2021-06-30", "2 2021-07-30");
  }

  private void returned(String newDue) {
    office.complete(
        "duban",
        "Activity_CloseProject",
        Map.of("decision", "RETURN", "opinion", "补照片。", "newDue", newDue));
  }

  @Test
  void aPeriodOfALongTermProjectIsOpenedAgainLikeAnyOther() {
    office.openOn("2021-06-01 08:30");
    programme = office.dispatch(list("长期坚持"));
    meet("2021-06-02");
    office.complete("duban", "Activity_EndRhythm", Map.of("decision", "END"));
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    office.moveTo("2021-07-05 09:00");

    assertThat(reopen("2021-07-15").getStatusCode().value()).isEqualTo(200);

    assertThat(strings("select due || ' ' || state from milestone where rhythm_id is not null"))
        .containsExactly("2021-07-15 REPORTING");
    office.moveTo("2021-07-15 23:00");
    assertThat(levels()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2021-07-04, 早于今天",
    "八月底, 2021-07-15 的形式",
    "2021-02-30, 2021-07-15 的形式",
    "2031-01-01, 五年以后"
  })
  void aDayThatIsNoneOrPastIsRefusedAndNothingIsOpened(String due, String why) {
    programme = office.dispatch(list("2021年6月底"));
    meet("2021-06-28");
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    office.moveTo("2021-07-05 09:00");

    ResponseEntity<JsonNode> refused = reopen(due);

    assertThat(refused.getStatusCode().value()).isEqualTo(400);
    assertThat(refused.getBody().get("detail").asText()).contains(why);
    assertThat(milestone("state")).isEqualTo("CLOSED");
    assertThat(strings("select id::text from trail where what = 'PROJECT_REOPENED'")).isEmpty();
  }

  private ResponseEntity<JsonNode> reopen(String due) {
    Map<String, String> act = new HashMap<>();
    act.put("reason", WHY);
    act.put("due", due);
    return http.withBasicAuth("duban", "demo")
        .postForEntity("/api/v1/projects/" + programme.id() + ".1/reopen", act, JsonNode.class);
  }

  private JsonNode points(String from, String to) {
    return http.withBasicAuth("duban", "demo")
        .getForObject("/api/v1/scores?from=" + from + "&to=" + to, JsonNode.class);
  }

  private JsonNode row() {
    return http.withBasicAuth("duban", "demo")
        .getForObject("/api/v1/milestones/" + milestone("id"), JsonNode.class);
  }

  private String milestone(String column) {
    return jdbc.sql(
            "select "
                + column
                + "::text from milestone where project_id like '%.1' and due is not null order by id limit 1")
        .query(String.class)
        .single();
  }

  private List<String> levels() {
    return strings(
        "select due || ' ' || level from escalation where project_id like '%.1' order by id");
  }

  private List<String> strings(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
