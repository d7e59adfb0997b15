package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.duban.DubanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a leader is shown of a delay before deciding on it. */
@DubanTest
class ExplanationsApiTest {

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void juneIsMissed() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(
        """
        济宁高新区2021年度重点民生项目清单

        一、保障食品药品安全。

        完成时限:2021年6月底

        牵头部门:市场监督管理局、行政审批服务局

        配合部门:财政金融局
        """);
    office.moveTo("2021-07-05 08:30");
  }

  @Test
  void whoIsAskedStandsThereWithTheDayUntilTheyHaveAnswered() {
    JsonNode before = read("leader").getBody();
    assertThat(before.get("given")).isEmpty();
    assertThat(before.get("asked"))
        .extracting(one -> one.get("department").asText())
        .containsExactlyInAnyOrder("scjg", "xzsp");
    assertThat(before.at("/asked/0/due").asText()).startsWith("2021-07-");
    assertThat(before.at("/asked/0/passed").asBoolean()).isFalse();

    office.complete(
        "scjg-head",
        "Activity_ExplainDelay",
        Map.of("explanation", "场地未落实。", "recoveryDate", "2021-07-07"));

    JsonNode after = read("leader").getBody();
    assertThat(after.get("asked"))
        .extracting(one -> one.get("departmentName").asText())
        .containsExactly("行政审批服务局");
    assertThat(after.at("/given/0/explanation").asText()).isEqualTo("场地未落实。");
    assertThat(after.at("/given/0/recoveryDate").asText()).isEqualTo("2021-07-07");
    assertThat(after.at("/given/0/passed").asBoolean()).isFalse();

    office.moveTo("2021-07-08 09:00");
    assertThat(read("leader").getBody().at("/given/0/passed").asBoolean()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"leader, 200", "duban, 200", "czjr, 200", "ga, 404", "auditor, 403", "sysadmin, 403"})
  void whoMaySeeTheMilestoneReadsThem(String user, int status) {
    assertThat(read(user).getStatusCode().value()).isEqualTo(status);
  }

  private ResponseEntity<JsonNode> read(String user) {
    String milestone = jdbc.sql("select id from milestone").query(String.class).single();
    return http.withBasicAuth(user, "demo")
        .getForEntity("/api/v1/milestones/" + milestone + "/explanations", JsonNode.class);
  }
}
