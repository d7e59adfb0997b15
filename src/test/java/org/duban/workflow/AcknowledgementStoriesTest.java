package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.programme.Acknowledgements;
import org.duban.programme.OfficeActs;
import org.duban.programme.Programme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever reports has taken the assignment. */
@DubanTest
class AcknowledgementStoriesTest {

  private static final String ACKNOWLEDGE = "Activity_AcknowledgeAssignment";
  private static final String REPORT = "Activity_FileProgressReport";

  @Autowired private Office office;
  @Autowired private OfficeActs acts;
  @Autowired private Acknowledgements acknowledgements;
  @Autowired private RuntimeService runtime;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  private Programme dispatch(String leads, String supports) {
    return office.dispatch(
        """
        济宁高新区2021年度重点民生项目清单

        一、保障食品药品安全。

        新建放心消费示范药店5家。

        完成时限:2021年6月底

        牵头部门:%s
        %s"""
            .formatted(leads, supports.isEmpty() ? "" : "\n配合部门:" + supports + "\n"));
  }

  @Test
  void aReportAcknowledgesAndTheClosingTaskComesOnceItIsAccepted() {
    Programme programme = dispatch("市场监督管理局", "");

    office.complete("scjg", REPORT, Office.report("已办。", 100));

    assertThat(kinds("scjg")).isEmpty();
    assertThat(strings("select department_code || ' ' || acknowledged_by from assignment"))
        .containsExactly("scjg scjg");
    assertThat(
            strings(
                "select who || ' ' || on_behalf_of || ' ' || detail from trail where what = 'ACKNOWLEDGED'"))
        .containsExactly("scjg scjg 以反馈签收");
    assertThat(
            http.withBasicAuth("duban", "demo")
                .getForObject("/api/v1/projects/" + programme.id() + ".1", JsonNode.class)
                .at("/assignments/0/acknowledgedBy")
                .asText())
        .isEqualTo("scjg");
    office.moveTo("2021-05-28 09:00");
    assertThat(strings("select recipient from notification where kind = 'ACKNOWLEDGE'")).isEmpty();
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    assertThat(strings("select state from programme")).containsExactly("CLOSED");
    assertThat(strings("select id_ from act_ru_task")).isEmpty();
  }

  @Test
  void eachOfSeveralLeadsAcknowledgesForItselfAlone() {
    dispatch("市场监督管理局、公安分局", "");

    office.complete("ga", REPORT, Office.report("已办。", 100));

    assertThat(kinds("ga")).isEmpty();
    assertThat(kinds("scjg")).containsExactlyInAnyOrder(ACKNOWLEDGE, REPORT);
    assertThat(acknowledged()).containsExactly("ga");
    office.complete("scjg", ACKNOWLEDGE, Map.of());
    office.complete("scjg", REPORT, Office.report("已办。", 100));
    office.complete("scjg", "Activity_ConsolidateReport", Office.report("合并。", 100));
    assertThat(strings("select on_behalf_of || detail from trail where what = 'ACKNOWLEDGED'"))
        .as("each once")
        .containsExactly("ga以反馈签收", "scjg");
  }

  @Test
  void aFirstLeadThatOnlyConsolidatesAcknowledgesToo() {
    Programme programme = dispatch("市场监督管理局、公安分局", "");
    office.complete("scjg", REPORT, Office.report("已办。", 100));
    office.complete("ga", REPORT, Office.report("已办。", 100));
    acts.reassign(programme.id() + ".1", "scjg", "xzsp");
    assertThat(kinds("xzsp"))
        .containsExactlyInAnyOrder(
            "Activity_AcknowledgeNewAssignment", "Activity_ConsolidateReport");

    office.complete("xzsp", "Activity_ConsolidateReport", Office.report("合并。", 100));

    assertThat(kinds("xzsp")).isEmpty();
    assertThat(acknowledged()).containsExactlyInAnyOrder("ga", "xzsp");
  }

  @Test
  void aNewLeadThatReportsAcknowledgesWhatItWasGiven() {
    Programme programme = dispatch("市场监督管理局", "");
    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    office.complete("xzsp", REPORT, Office.report("已办。", 100));

    assertThat(kinds("xzsp")).isEmpty();
    assertThat(acknowledged()).containsExactly("xzsp");
  }

  @Test
  void aSubUnitAcknowledgesInItsOwnName() {
    dispatch("发展软环境保障局(城乡统筹发展)", "");

    office.complete("frhj-cxtc", REPORT, Office.report("已办。", 100));

    assertThat(kinds("frhj-cxtc")).isEmpty();
    assertThat(acknowledged()).containsExactly("frhj-cxtc");
  }

  @Test
  void aLeadThatJoinedAndNeverAnsweredIsAskedNothingOnceTheProjectIsClosed() {
    Programme programme = dispatch("市场监督管理局、公安分局", "");
    office.complete("scjg", REPORT, Office.report("已办。", 100));
    office.complete("ga", REPORT, Office.report("已办。", 100));
    office.complete("scjg", "Activity_ConsolidateReport", Office.report("合并。", 100));
    acts.reassign(programme.id() + ".1", "ga", "xzsp");
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));

    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));

    assertThat(kinds("xzsp")).isEmpty();
    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void whatWasReportedBeforeThisWasKeptIsCaughtUpWith() {
    dispatch("市场监督管理局、公安分局", "");
    jdbc.sql(
            """
            insert into report (tenant_id, milestone_id, round, kind, department_code, narrative, filed_by, filed_at)
            select tenant_id, id, 1, 'FILED', 'scjg', '已办。', 'scjg-head', timestamptz '2021-05-20 10:00+08' from milestone
            """)
        .update();

    acknowledgements.catchUp();
    acknowledgements.catchUp();

    assertThat(kinds("scjg")).containsExactly(REPORT);
    assertThat(kinds("ga")).contains(ACKNOWLEDGE);
    assertThat(strings("select who || detail from trail where what = 'ACKNOWLEDGED'"))
        .containsExactly("scjg-head以反馈签收");
  }

  @RepeatedTest(3)
  void whoAcknowledgesAndReportsAtTheSameMomentHasDoneBothOnce() throws Exception {
    dispatch("市场监督管理局", "");
    Task acknowledge = office.taskOf("scjg", ACKNOWLEDGE);
    Task report = office.taskOf("scjg", REPORT);
    CyclicBarrier together = new CyclicBarrier(2);

    var first =
        CompletableFuture.supplyAsync(() -> complete(together, acknowledge.getId(), Map.of()));
    var second =
        CompletableFuture.supplyAsync(
            () ->
                complete(
                    together,
                    report.getId(),
                    Map.of(
                        "narrative", Map.of("value", "已办。"),
                        "percent", Map.of("value", 100),
                        "actuals", Map.of("value", "{}"))));

    assertThat(first.get(60, TimeUnit.SECONDS)).isIn(204, 409);
    assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo(204);
    assertThat(kinds("scjg")).isEmpty();
    assertThat(strings("select what from trail where what in ('ACKNOWLEDGED', 'REPORT_FILED')"))
        .containsExactlyInAnyOrder("ACKNOWLEDGED", "REPORT_FILED");
  }

  private int complete(CyclicBarrier together, String task, Map<String, ?> variables) {
    try {
      together.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return http.withBasicAuth("scjg", "demo")
        .postForEntity(
            "/engine-rest/task/" + task + "/complete", Map.of("variables", variables), String.class)
        .getStatusCode()
        .value();
  }

  private List<String> acknowledged() {
    return strings(
        "select department_code from assignment where acknowledged_at is not null order by position");
  }

  private List<String> kinds(String user) {
    return office.tasksOf(user).stream().map(Task::getTaskDefinitionKey).toList();
  }

  private List<String> strings(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
