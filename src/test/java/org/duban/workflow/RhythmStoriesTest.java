package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A long-term project reports in the rhythm that the office gives it. */
@DubanTest
class RhythmStoriesTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:长期坚持

      牵头部门:市场监督管理局
      """;

  private static final String REPORT = "Activity_FileProgressReport";

  @Autowired private Office office;
  @Autowired private TaskService tasks;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void dispatch() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(LIST);
  }

  @Test
  void aQuarterIsTheRhythmUntilTheOfficeGivesAnother() {
    JsonNode quarterly = rhythm("scjg");
    assertThat(quarterly.toString())
        .isEqualTo(
            "{\"every\":\"QUARTER\",\"day\":20,\"nextOpens\":\"2021-06-01\",\"nextDue\":\"2021-06-20\"}");

    ResponseEntity<JsonNode> changed = change("duban", "MONTH", 5, "督办升级为每月报告。");

    assertThat(changed.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(changed.getBody().toString())
        .isEqualTo(
            "{\"every\":\"MONTH\",\"day\":5,\"nextOpens\":\"2021-06-01\",\"nextDue\":\"2021-06-05\"}");
    office.moveTo("2021-08-01 08:30");
    assertThat(periods()).containsExactly("2021-06-05", "2021-07-05", "2021-08-05");
    assertThat(
            jdbc.sql("select who || ' ' || detail from trail where what = 'RHYTHM_CHANGED'")
                .query(String.class)
                .single())
        .isEqualTo("duban 改为每月 5 日前报告，下期截止 2021-06-05：督办升级为每月报告。");
  }

  @Test
  void aPeriodThatIsOpenStaysWhenTheRhythmChanges() {
    office.moveTo("2021-06-02 08:30");
    assertThat(periods()).containsExactly("2021-06-20");

    change("duban", "MONTH", 5, "督办升级为每月报告。");

    office.moveTo("2021-06-30 23:59");
    assertThat(periods()).containsExactly("2021-06-20");
    office.moveTo("2021-07-01 08:30");
    assertThat(periods()).containsExactly("2021-06-20", "2021-07-05");
  }

  @Test
  void aMissedMonthlyReportIsRedAndTheNextOpensAllTheSameUntilTheOfficeEndsTheRhythm() {
    change("duban", "MONTH", 5, "督办升级为每月报告。");

    office.moveTo("2021-07-01 08:30");

    assertThat(light("2021-06-05")).isEqualTo("RED");
    assertThat(
            jdbc.sql("select distinct due::text from escalation where state = 'OPEN'")
                .query(String.class)
                .list())
        .containsExactly("2021-06-05");
    assertThat(periods()).containsExactly("2021-06-05", "2021-07-05");
    assertThat(light("2021-07-05")).isEqualTo("YELLOW");
    for (Task task : office.tasksOf("scjg")) {
      if (task.getTaskDefinitionKey().equals(REPORT)) {
        office.complete("scjg", task, Office.report("已办。", 100));
      }
    }
    for (Task task : office.tasksOf("duban")) {
      if (task.getTaskDefinitionKey().equals("Activity_ReviewReport")) {
        office.complete("duban", task, Map.of("decision", "ACCEPT"));
      }
    }
    assertThat(states("rhythm_id is not null")).containsExactly("CLOSED", "CLOSED");
    assertThat(states("rhythm_id is null")).as("never done by itself").containsExactly("REPORTING");
    office.moveTo("2021-08-01 08:30");
    assertThat(periods()).contains("2021-08-05");

    office.complete("duban", "Activity_EndRhythm", Map.of("decision", "END"));

    assertThat(states("rhythm_id is null")).containsExactly("CLOSED");
    ResponseEntity<JsonNode> over = change("duban", "QUARTER", 20, "再报。");
    assertThat(over.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(over.getBody().get("detail").asText()).contains("不是正在执行的长期坚持");
  }

  @Test
  void itsReportsAreCalledTheSameInListsAndInMessages() {
    office.moveTo("2021-07-01 08:30");

    assertThat(tasks.getVariableLocal(office.taskOf("scjg", REPORT).getId(), "listedKind"))
        .isEqualTo("定期报告");
    assertThat(
            jdbc.sql("select message from notification where milestone_id like '%2021-06-20'")
                .query(String.class)
                .list())
        .anyMatch(text -> text.contains("定期报告 2021-06-20"));
  }

  @Test
  void aSingleReportHasNoRhythmOfItsOwn() {
    office.moveTo("2021-06-02 08:30");

    assertThat(change("duban", period(), "MONTH", 5, "每月报告。").getStatusCode())
        .isEqualTo(HttpStatus.CONFLICT);
  }

  @ParameterizedTest
  @CsvSource({
    "duban, MONTH, 29, 每月报告。, 400, 1 到 28",
    "duban, MONTH, 0, 每月报告。, 400, 1 到 28",
    "duban, MONTH, , 每月报告。, 400, 须给出 day",
    "duban, WEEK, 5, 每周报告。, 400, QUARTER",
    "duban, , 5, 每周报告。, 400, QUARTER",
    "duban, MONTH, 5, ' ', 400, 理由不能为空",
    "leader, MONTH, 5, 每月报告。, 403, 权限",
    "scjg-head, MONTH, 5, 每月报告。, 403, 权限"
  })
  void aBadChangeIsRefusedWithASentenceAndNothingChanges(
      String user, String every, Integer day, String reason, int status, String why) {
    ResponseEntity<JsonNode> refused = change(user, every, day, reason);

    assertThat(refused.getStatusCode().value()).isEqualTo(status);
    assertThat(refused.getBody().get("detail").asText()).contains(why);
    assertThat(rhythm("duban").get("every").asText()).isEqualTo("QUARTER");
  }

  @Test
  void anotherDepartmentLearnsNothingOfTheRhythm() {
    assertThat(
            http.withBasicAuth("zgh", "demo")
                .getForEntity("/api/v1/milestones/" + ongoing() + "/rhythm", JsonNode.class)
                .getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(change("duban", "none", "MONTH", 5, "每月报告。").getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  private ResponseEntity<JsonNode> change(String user, String every, Integer day, String reason) {
    return change(user, ongoing(), every, day, reason);
  }

  private ResponseEntity<JsonNode> change(
      String user, String id, String every, Integer day, String reason) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("every", every);
    wish.put("day", day);
    wish.put("reason", reason);
    return http.withBasicAuth(user, "demo")
        .postForEntity("/api/v1/milestones/" + id + "/rhythm", wish, JsonNode.class);
  }

  private JsonNode rhythm(String user) {
    return http.withBasicAuth(user, "demo")
        .getForObject("/api/v1/milestones/" + ongoing() + "/rhythm", JsonNode.class);
  }

  private String ongoing() {
    return jdbc.sql("select id from milestone where due is null").query(String.class).single();
  }

  private String period() {
    return jdbc.sql("select id from milestone where rhythm_id is not null")
        .query(String.class)
        .single();
  }

  private List<String> periods() {
    return jdbc.sql("select due::text from milestone where rhythm_id is not null order by due")
        .query(String.class)
        .list();
  }

  private String light(String due) {
    return jdbc.sql("select light from milestone_overview where due = :due::date")
        .param("due", due)
        .query(String.class)
        .single();
  }

  private List<String> states(String which) {
    return jdbc.sql("select state from milestone where " + which).query(String.class).list();
  }
}
