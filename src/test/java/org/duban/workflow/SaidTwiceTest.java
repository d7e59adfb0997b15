package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.duban.DubanTest;
import org.duban.security.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is given twice isn't what was meant, whichever of the two a reader would take. */
@DubanTest
class SaidTwiceTest {

  private static final String REPORT = "Activity_FileProgressReport";

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient jdbc;

  private String task;
  private Visitor lead;

  @BeforeEach
  void oneReportIsOwed() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(
        """
        济宁高新区2021年度重点民生项目清单

        一、建设放心消费药店。

        新建放心消费示范药店5家。

        完成时限:2021年6月底

        牵头部门:市场监督管理局
        """);
    task = office.taskOf("scjg", REPORT).getId();
    lead = Visitor.basic(port, "scjg", "demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\\\"1\\\":3,\\\"01\\\":4}",
        "{\\\"1\\\":3,\\\"1\\\":4}",
        "{\\\"1\\\":3,\\\"1.0\\\":4}",
        "{\\\"１\\\":3}",
        "{\\\"+1\\\":3}",
        "{\\\"\\\":3}"
      })
  void aFigureIsNamedInOneWayAndGivenOnce(String actuals) {
    HttpResponse<String> answer =
        complete(
            "{\"variables\":{\"narrative\":{\"value\":\"建成。\"},\"percent\":{\"value\":60},"
                + "\"actuals\":{\"value\":\""
                + actuals
                + "\"}}}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("量化指标");
    assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    assertThat(jdbc.sql("select count(*) from report").query(Long.class).single()).isZero();
  }

  @Test
  void aVariableGivenTwiceIsRefusedBeforeTheEngineChoosesOne() {
    HttpResponse<String> answer =
        complete(
            "{\"variables\":{\"narrative\":{\"value\":\"建成。\"},\"percent\":{\"value\":60},"
                + "\"percent\":{\"value\":100}}}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("出现了不止一次");
    assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
  }

  @Test
  void aFieldGivenTwiceToOurOwnApiIsNamed() {
    String milestone = jdbc.sql("select id from milestone").query(String.class).single();
    HttpResponse<String> answer =
        Visitor.basic(port, "duban", "demo")
            .post(
                "/api/v1/milestones/" + milestone + "/suspend",
                "{\"reason\":\"等待验收\",\"reason\":\"资金未到\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("“reason”出现了不止一次");
  }

  @Test
  void aFigureNamedByItsNumberIsTaken() {
    office.complete(
        "scjg", REPORT, Map.of("narrative", "建成。", "percent", 60, "actuals", "{\"1\": 3}"));

    assertThat(jdbc.sql("select actuals from report").query(String.class).single())
        .isEqualTo("{\"1\": 3}");
  }

  private HttpResponse<String> complete(String body) {
    return lead.post("/engine-rest/task/" + task + "/complete", body);
  }
}
