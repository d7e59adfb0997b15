package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.security.Visitor;
import org.duban.workflow.policy.Policy;
import org.duban.workflow.policy.PolicyTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What departments gain and lose points for, in one summer. */
@DubanTest
class ScoreStoriesTest {

  private static final String ITEM =
      "%s、建设放心消费药店第%s批。\n新建放心消费示范药店5家。\n完成时限:2021年6月底\n牵头部门:市场监督管理局\n配合部门:财政金融局\n";

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private PolicyTable policies;
  @Autowired private JdbcClient jdbc;

  /** One item is ahead, one waits for a late sign-off, one comes late and is returned. */
  @BeforeEach
  void aSummerGoesBy() {
    office.openOn("2021-06-01 08:30");
    office.dispatch("济宁高新区2021年度重点民生项目清单\n\n" + String.join("\n", item("一"), item("二"), item("三")));
    office.moveTo("2021-06-10 09:00");
    act("scjg", "反馈进展：一、", Office.report("5家建成。", 100));
    act("czjr", "会签：一、", Map.of("decision", "AGREE"));
    act("duban", "审核：一、", Map.of("decision", "ACCEPT"));
    office.moveTo("2021-06-28 09:00");
    act("scjg", "反馈进展：二、", Office.report("5家建成。", 100));
    office.moveTo("2021-07-02 09:00");
    act("scjg", "反馈进展：三、", Office.report("3家建成。", 60));
    act("czjr", "会签：三、", Map.of("decision", "AGREE"));
    act("duban", "审核：三、", Map.of("decision", "RETURN", "opinion", "未完成。"));
    office.moveTo("2021-07-08 09:00");
    act("czjr", "会签：二、", Map.of("decision", "AGREE"));
    act("duban", "审核：二、", Map.of("decision", "ACCEPT"));
    office.moveTo("2021-07-12 09:00");
  }

  private static String item(String number) {
    return ITEM.formatted(number, number);
  }

  private void act(String user, String task, Map<String, Object> values) {
    Task its =
        office.tasksOf(user).stream()
            .filter(one -> one.getName().startsWith(task))
            .findFirst()
            .orElseThrow();
    office.complete(user, its, values);
  }

  @Test
  void everyPointIsExplainedAndNobodyPaysForTheDaysOfOthers() throws Exception {
    JsonNode scores = scores("duban", "");

    assertThat(told(scores, "scjg"))
        .containsExactly(
            "MET_AHEAD 0 1",
            "RETURNED 0 -2",
            "ESCALATED_LEVEL_2 0 0",
            "MET_LATE 0 0",
            "OVERDUE 8 -1");
    assertThat(told(scores, "czjr"))
        .containsExactly("ESCALATED_LEVEL_2 0 0", "SIGN_OFF_LATE 3 -0.1");
    assertThat(of(scores, "scjg").get("points").decimalValue()).isEqualByComparingTo("-2");
    assertThat(of(scores, "scjg").get("rank").asInt()).isEqualTo(2);
    assertThat(of(scores, "czjr").get("points").decimalValue()).isEqualByComparingTo("-0.1");
  }

  @Test
  void aSignOffIsLateByItsOwnDayWhateverTheMilestonesDayIs() throws Exception {
    twoItemsOfJuneAndDecember();
    office.moveTo("2021-07-12 09:00");
    act("scjg", "反馈进展：一、", Office.report("5家建成。", 100));
    act("scjg", "反馈进展：二、", Office.report("5家建成。", 100));
    office.moveTo("2021-07-19 09:00");
    act("czjr", "会签：一、", Map.of("decision", "AGREE"));
    assertThat(signOffs("")).as("in time, though the milestone was late").isEmpty();

    office.moveTo("2021-07-22 09:00");
    assertThat(signOffs(""))
        .as("owed, though the milestone is due in December")
        .containsExactly("SIGN_OFF_MISSING 3 -0.5");
    act("czjr", "会签：二、", Map.of("decision", "AGREE"));
    assertThat(signOffs("")).containsExactly("SIGN_OFF_LATE 3 -0.1");
    assertThat(signOffs("?from=2021-07-12&to=2021-07-19")).as("was in time by then").isEmpty();
  }

  @Test
  void aSignOffGivenOnADayOffAfterItsDayIsLateAndOneThatStoodStillIsNot() throws Exception {
    twoItemsOfJuneAndDecember();
    office.moveTo("2021-06-04 09:00");
    act("scjg", "反馈进展：一、", Office.report("5家建成。", 100));
    act("scjg", "反馈进展：二、", Office.report("5家建成。", 100));
    office.moveTo("2021-06-09 09:00");
    act("milestones/" + milestone("二") + "/suspend");
    office.moveTo("2021-06-12 09:00");
    act("czjr", "会签：一、", Map.of("decision", "AGREE"));
    office.moveTo("2021-06-17 09:00");
    act("milestones/" + milestone("二") + "/resume");
    office.moveTo("2021-06-21 09:00");
    act("czjr", "会签：二、", Map.of("decision", "AGREE"));

    assertThat(signOffs("")).containsExactly("SIGN_OFF_LATE 0 -0.1");
  }

  @Test
  void daysThatWereLateBeforeASuspensionStayLateBehindIt() throws Exception {
    String late = milestone("三");
    assertThat(told(scores("duban", ""), "scjg")).contains("OVERDUE 8 -1");
    act("milestones/" + late + "/suspend");
    office.moveTo("2021-07-20 09:00");
    act("milestones/" + late + "/resume");

    assertThat(told(scores("duban", ""), "scjg")).contains("OVERDUE 8 -1");
    assertThat(pastDue(late, "scjg")).isEqualTo(8);
    assertThat(told(scores("duban", "?to=2021-07-11"), "scjg")).contains("OVERDUE 7 -1");

    office.moveTo("2021-07-22 09:00");
    act("milestones/" + late + "/suspend");
    office.moveTo("2021-07-26 09:00");
    act("milestones/" + late + "/resume");
    assertThat(told(scores("duban", ""), "scjg")).contains("OVERDUE 10 -1");
    assertThat(pastDue(late, "scjg")).isEqualTo(10);
  }

  @Test
  void aSignOffThatWasLateBeforeASuspensionIsAsLateBehindIt() throws Exception {
    twoItemsOfJuneAndDecember();
    office.moveTo("2021-06-02 09:00");
    act("scjg", "反馈进展：二、", Office.report("5家建成。", 100));
    office.moveTo("2021-06-16 09:00");
    assertThat(signOffs("")).containsExactly("SIGN_OFF_MISSING 4 -0.5");
    act("milestones/" + milestone("二") + "/suspend");
    office.moveTo("2021-06-23 09:00");
    act("milestones/" + milestone("二") + "/resume");

    assertThat(signOffs("")).containsExactly("SIGN_OFF_MISSING 4 -0.5");
    assertThat(pastDue(milestone("二"), "czjr")).isEqualTo(4);
  }

  private int pastDue(String milestone, String department) throws Exception {
    String body =
        Visitor.basic(port, "duban", "demo").get("/api/v1/milestones/" + milestone).body();
    for (JsonNode share : new ObjectMapper().readTree(body).get("held")) {
      if (share.get("holder").asText().equals(department)) {
        return share.get("pastDueWorkingDays").asInt();
      }
    }
    throw new AssertionError(department + " never had it");
  }

  private void twoItemsOfJuneAndDecember() {
    office.openOn("2021-06-01 08:30");
    office.dispatch(
        "济宁高新区2021年度重点民生项目清单\n\n" + item("一") + "\n" + item("二").replace("6月底", "12月底"));
  }

  private List<String> signOffs(String query) throws Exception {
    return told(scores("duban", query), "czjr").stream()
        .filter(one -> one.startsWith("SIGN_OFF"))
        .toList();
  }

  private String milestone(String number) {
    return jdbc.sql(
            "select m.id from milestone m join project p on p.id = m.project_id where p.number = :number")
        .param("number", number)
        .query(String.class)
        .single();
  }

  private void act(String path) {
    assertThat(
            Visitor.basic(port, "duban", "demo")
                .post("/api/v1/" + path, "{\"reason\": \"等待批复\"}")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void whoLostMostStandsFirstUnlessTheOrderOfRanksIsAskedFor() throws Exception {
    assertThat(scores("duban", "").get("departments"))
        .extracting(one -> one.get("department").asText())
        .containsExactly("scjg", "czjr");
    assertThat(scores("duban", "?order=RANK").get("departments"))
        .extracting(one -> one.get("department").asText())
        .containsExactly("czjr", "scjg");
    String page = Visitor.basic(port, "duban", "demo").page("/scores").body();
    assertThat(page.indexOf("市场监督管理局")).isLessThan(page.indexOf("财政金融局")).isPositive();
    assertThat(page).contains(">−2 分<", "加 1，扣 3", ">+1<", ">−0.1<");
  }

  @Test
  void aSumIsThatOfTheEventsListed() throws Exception {
    for (JsonNode one : scores("duban", "").get("departments")) {
      BigDecimal listed = BigDecimal.ZERO;
      for (JsonNode entry : one.get("entries")) {
        listed = listed.add(entry.get("points").decimalValue());
      }
      assertThat(one.get("points").decimalValue()).isEqualByComparingTo(listed);
      assertThat(one.get("gained").decimalValue().add(one.get("lost").decimalValue()))
          .isEqualByComparingTo(listed);
    }
  }

  @Test
  void aPeriodHasItsOwnEventsOnly() throws Exception {
    assertThat(told(scores("duban", "?from=2021-06-01&to=2021-06-30"), "scjg"))
        .containsExactly("MET_AHEAD 0 1");
    assertThat(told(scores("duban", "?from=2021-07-03&to=2021-07-04"), "scjg")).isEmpty();
    assertThat(
            Visitor.basic(port, "duban", "demo")
                .get("/api/v1/scores?from=2021-07-03&to=2021-07-01")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aDepartmentReadsItsOwnPointsAndItsPlace() throws Exception {
    JsonNode own = scores("scjg", "").get("departments");

    assertThat(own).hasSize(1);
    assertThat(own.at("/0/department").asText()).isEqualTo("scjg");
    assertThat(own.at("/0/rank").asInt()).isEqualTo(2);
    assertThat(scores("zgh", "").get("departments")).isEmpty();
    assertThat(Visitor.basic(port, "auditor", "demo").get("/api/v1/scores").statusCode())
        .isEqualTo(403);
  }

  @Test
  void anotherTableGivesOtherPoints() throws Exception {
    String table = Files.readString(Path.of("processes/score-policy.dmn"));
    try {
      policies.replace(
          Policy.SCORE, table.replace("<text>-2</text>", "<text>-3.5</text>"), "duban");

      JsonNode scores = scores("leader", "");
      assertThat(of(scores, "scjg").get("points").decimalValue()).isEqualByComparingTo("-3.5");
      assertThat(scores.get("policyVersion").asInt()).isGreaterThan(1);
    } finally {
      policies.replace(Policy.SCORE, table, "duban");
    }
  }

  private JsonNode scores(String user, String query) throws Exception {
    String body = Visitor.basic(port, user, "demo").get("/api/v1/scores" + query).body();
    return new ObjectMapper().readTree(body);
  }

  private static JsonNode of(JsonNode scores, String department) {
    for (JsonNode one : scores.get("departments")) {
      if (one.get("department").asText().equals(department)) {
        return one;
      }
    }
    throw new AssertionError("no points of " + department);
  }

  private static List<String> told(JsonNode scores, String department) {
    List<String> told = new ArrayList<>();
    for (JsonNode entry : of(scores, department).get("entries")) {
      told.add(
          entry.get("event").asText()
              + " "
              + entry.get("days").asText()
              + " "
              + entry.get("points").decimalValue().toPlainString());
    }
    return told;
  }
}
