package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may ask for more time, when, and what is answered. */
@DubanTest
class ExtensionsApiTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:2021年6月底取得阶段性成效,长期坚持

      牵头部门:市场监督管理局、行政审批服务局

      配合部门:财政金融局
      """;

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "scjg-head, 201",
    "xzsp-head, 201",
    "scjg, 403",
    "czjr-head, 403",
    "czjr, 403",
    "duban, 403",
    "duban-head, 403",
    "leader, 403",
    "sysadmin, 403",
    "zgh-head, 404",
    "zgh, 404"
  })
  void onlyTheHeadOfALeadAsksAndOthersLearnNothing(String user, int status) {
    office.dispatch(LIST);

    ResponseEntity<JsonNode> answer = ask(user, "2021-07-30", "场地尚未落实。");

    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(requests()).isEqualTo(status == 201 ? 1 : 0);
  }

  @Test
  void theRowTellsWhatWasAskedAndByWhom() {
    office.dispatch(LIST);

    JsonNode row = ask("xzsp-head", "2021-07-31", " 场地尚未落实。 ").getBody();

    assertThat(row.get("department").asText()).isEqualTo("xzsp");
    assertThat(row.get("originalDue").asText()).isEqualTo("2021-06-30");
    assertThat(row.get("due").asText()).isEqualTo("2021-06-30");
    assertThat(row.get("newDue").asText()).as("a Saturday").isEqualTo("2021-07-31");
    assertThat(row.get("reason").asText()).isEqualTo("场地尚未落实。");
    assertThat(row.get("state").asText()).isEqualTo("PENDING_ENDORSEMENT");
    assertThat(row.get("requestedBy").asText()).isEqualTo("xzsp-head");
    assertThat(row.get("departmentName").asText()).isEqualTo("行政审批服务局");
    assertThat(row.get("requestedByName").asText()).isEqualTo("简一川");
    assertThat(row.get("endorsement").isNull()).isTrue();
    assertThat(list("scjg").getBody()).containsExactly(row);
    assertThat(list("czjr").getBody()).containsExactly(row);
    assertThat(list("leader").getBody()).containsExactly(row);
    assertThat(list("zgh-head").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);

    office.complete(
        "duban", "Activity_EndorseExtension", Map.of("decision", "APPROVE", "opinion", "情况属实。"));

    JsonNode endorsement = list("scjg").getBody().get(0).get("endorsement");
    assertThat(endorsement.get("by").asText()).isEqualTo("duban");
    assertThat(endorsement.get("byName").asText()).isEqualTo("周督明");
  }

  @Test
  void onTheDueDayItIsInTimeAndAfterItTooLate() {
    office.dispatch(LIST);
    office.moveTo("2021-07-01 00:00");

    ResponseEntity<JsonNode> late = ask("scjg-head", "2021-07-30", "场地尚未落实。");

    assertThat(late.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(late.getBody().get("detail").asText()).contains("2021-06-30 到期", "按逾期处理");
    assertThat(requests()).isZero();
    office.openOn("2021-05-20 08:30");
    office.dispatch(LIST);
    office.moveTo("2021-06-30 23:59");
    assertThat(ask("scjg-head", "2021-07-30", "场地尚未落实。").getStatusCode())
        .isEqualTo(HttpStatus.CREATED);
  }

  @Test
  void aSecondRequestIsRefusedWhileTheFirstIsPending() {
    office.dispatch(LIST);
    ask("scjg-head", "2021-07-30", "场地尚未落实。");

    ResponseEntity<JsonNode> second = ask("xzsp-head", "2021-08-30", "也要更多时间。");

    assertThat(second.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(second.getBody().get("detail").asText()).contains("尚未答复");
    assertThat(requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-06-30, 场地尚未落实。, 应晚于",
    "2021-05-21, 场地尚未落实。, 应晚于",
    "2031-07-30, 场地尚未落实。, 请核对",
    "+999999999-12-31, 场地尚未落实。, 请核对",
    "2021-07-30, '场地\u0000', NUL",
    "2021-02-30, 场地尚未落实。, 2021-07-15 的形式",
    "明年, 场地尚未落实。, 2021-07-15 的形式",
    ", 场地尚未落实。, 2021-07-15 的形式",
    "2021-07-30, ' ', 延期理由不能为空",
    "2021-07-30, , 延期理由不能为空"
  })
  void aBadRequestIsRefusedWithASentence(String newDue, String reason, String why) {
    office.dispatch(LIST);

    ResponseEntity<JsonNode> refused = ask("scjg-head", newDue, reason);

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.getBody().get("detail").asText()).contains(why);
    assertThat(requests()).isZero();
  }

  @Test
  void whatIsNotSentOutYetAndTheRhythmItselfGetNoMoreTime() {
    var programme = office.register(LIST);
    assertThat(ask("scjg-head", "2021-07-30", "太紧。").getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    office.send(programme);
    String rhythm =
        jdbc.sql("select id from milestone where due is null").query(String.class).single();

    assertThat(ask("scjg-head", rhythm, "2021-07-30", "太紧。").getStatusCode())
        .isEqualTo(HttpStatus.CONFLICT);
    assertThat(ask("scjg-head", "none", "2021-07-30", "太紧。").getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(requests()).isZero();
  }

  @Test
  void theApiDescribesIt() {
    JsonNode paths = as("duban").getForObject("/api/v1/openapi", JsonNode.class).get("paths");

    assertThat(paths.path("/api/v1/milestones/{id}/extension-requests").fieldNames())
        .toIterable()
        .contains("get", "post");
    assertThat(paths.has("/api/v1/milestones/{id}/rhythm")).isTrue();
  }

  private TestRestTemplate as(String user) {
    return http.withBasicAuth(user, "demo");
  }

  private String june() {
    return jdbc.sql("select id from milestone where kind = 'STAGE'").query(String.class).single();
  }

  private ResponseEntity<JsonNode> ask(String user, String newDue, String reason) {
    return ask(user, june(), newDue, reason);
  }

  private ResponseEntity<JsonNode> ask(String user, String id, String newDue, String reason) {
    Map<String, String> wish = new HashMap<>();
    wish.put("newDue", newDue);
    wish.put("reason", reason);
    return as(user)
        .postForEntity("/api/v1/milestones/" + id + "/extension-requests", wish, JsonNode.class);
  }

  private ResponseEntity<JsonNode> list(String user) {
    return as(user)
        .getForEntity("/api/v1/milestones/" + june() + "/extension-requests", JsonNode.class);
  }

  private long requests() {
    return jdbc.sql("select count(*) from extension_request").query(Long.class).single();
  }
}
