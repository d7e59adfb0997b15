package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Programme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report is returned: whose signature stands for the next one, and who signs again. */
@DubanTest
class SignatureStoriesTest {

  private static final String REPORT = "Activity_FileProgressReport";
  private static final String SIGN = "Activity_SignOff";
  private static final String REVIEW = "Activity_ReviewReport";
  private static final Map<String, Object> AGREE = Map.of("decision", "AGREE");

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  private static String list(String leads, String supports) {
    return """
        济宁高新区2021年度重点民生项目清单

        一、保障食品药品安全。
        新建放心消费示范药店5家。
        完成时限:2021年6月底
        牵头部门:%s
        配合部门:%s
        """
        .formatted(leads, supports);
  }

  private static Map<String, Object> report(String narrative, int percent, String actuals) {
    return Map.of("narrative", narrative, "percent", percent, "actuals", actuals);
  }

  private void signedAndReturned(String stand) {
    office.dispatch(list("市场监督管理局", "财政金融局、公安分局"));
    office.complete("scjg", REPORT, report("已办。", 80, "{\"1\": 4}"));
    office.complete("czjr", SIGN, AGREE);
    office.complete("ga", SIGN, AGREE);
    returned(stand);
  }

  private void returned(String stand) {
    Map<String, Object> decision = new HashMap<>();
    decision.put("decision", "RETURN");
    decision.put("opinion", "缺验收单。");
    if (stand != null) {
      decision.put("signaturesStand", Boolean.valueOf(stand));
    }
    office.complete("duban", REVIEW, decision);
  }

  @ParameterizedTest
  @CsvSource({
    // what the office said, percent and figure of the new report, whether everybody signs again
    ", 80, 4, false",
    ", 80, 4.0, false",
    ", 90, 4, true",
    ", 80, 5, true",
    "true, 100, 5, false",
    "false, 80, 4, true"
  })
  void theOfficesWordDecidesElseWhetherFiguresChanged(
      String said, int percent, String figure, boolean again) {
    signedAndReturned(said);

    office.complete("scjg", REPORT, report("补上验收单。", percent, "{\"1\": " + figure + "}"));

    assertThat(kinds("czjr").contains(SIGN)).isEqualTo(again);
    assertThat(kinds("ga").contains(SIGN)).isEqualTo(again);
    assertThat(kinds("duban").contains(REVIEW)).isEqualTo(!again);
    assertThat(only("select state from milestone")).isEqualTo(again ? "SIGN_OFF" : "REVIEW");
  }

  @Test
  void aSignatureThatStandsSaysWhereItComesFrom() {
    signedAndReturned(null);
    office.complete("scjg", REPORT, report("补上验收单。", 80, "{\"1\": 4}"));
    returned(null);
    office.complete("scjg", REPORT, report("再补一份。", 80, "{\"1\": 4}"));

    JsonNode signOffs =
        http.withBasicAuth("duban", "demo")
            .getForObject("/api/v1/milestones/" + only("select id from milestone"), JsonNode.class)
            .get("signOffs");

    assertThat(signOffs.findValuesAsText("round")).containsExactly("1", "1", "2", "2", "3", "3");
    assertThat(signOffs.findValuesAsText("carriedFrom"))
        .containsExactly("null", "null", "1", "1", "1", "1");
    assertThat(signOffs.get(4).get("by").asText()).isEqualTo("czjr");
    assertThat(
            strings(
                "select who || ' ' || on_behalf_of || ' ' || detail from trail where what = 'SIGN_OFF_STANDS' order by id"))
        .containsExactly(
            "duban-system czjr 第 1 轮会签继续有效",
            "duban-system ga 第 1 轮会签继续有效",
            "duban-system czjr 第 1 轮会签继续有效",
            "duban-system ga 第 1 轮会签继续有效");
    office.complete("duban", REVIEW, Map.of("decision", "ACCEPT"));
    assertThat(only("select state from milestone")).isEqualTo("CLOSED");
  }

  @Test
  void whoObjectedSignsAgainWhateverTheOfficeSays() {
    office.dispatch(list("市场监督管理局", "财政金融局、公安分局"));
    office.complete("scjg", REPORT, report("已办。", 80, "{}"));
    office.complete("ga", SIGN, AGREE);
    office.complete("czjr", SIGN, Map.of("decision", "OBJECT", "opinion", "资金未到位。"));
    office.complete("scjg", "Activity_ResolveObjection", Map.of("narrative", "已到位。"));
    office.complete("czjr", SIGN, AGREE);
    returned("true");

    office.complete("scjg", REPORT, report("补上验收单。", 80, "{}"));

    assertThat(kinds("czjr")).containsExactly(SIGN);
    assertThat(kinds("ga")).isEmpty();
    assertThat(kinds("duban")).doesNotContain(REVIEW);
    office.complete("czjr", SIGN, AGREE);
    assertThat(kinds("duban")).contains(REVIEW);
  }

  @Test
  void whoJoinedSinceSignsAndWhoLeftIsNotAsked() {
    Programme programme = office.dispatch(list("市场监督管理局", "财政金融局、公安分局"));
    office.complete("scjg", REPORT, report("已办。", 80, "{}"));
    office.complete("czjr", SIGN, AGREE);
    office.complete("ga", SIGN, AGREE);
    returned("true");
    office.revise(programme, list("市场监督管理局", "财政金融局、行政审批服务局"), "上级调整。");

    office.complete("scjg", REPORT, report("补上验收单。", 80, "{}"));

    assertThat(kinds("xzsp")).containsExactly(SIGN);
    assertThat(kinds("czjr")).isEmpty();
    assertThat(kinds("ga")).isEmpty();
  }

  @Test
  void changedTargetsAreSignedAgainThoughTheFiguresAreTheSame() {
    Programme programme = office.dispatch(list("市场监督管理局", "财政金融局"));
    office.complete("scjg", REPORT, report("已办。", 80, "{\"1\": 4}"));
    office.complete("czjr", SIGN, AGREE);
    returned(null);
    office.revise(programme, list("市场监督管理局", "财政金融局").replace("5家", "8家"), "上级调整。");

    office.complete("scjg", REPORT, report("补上验收单。", 80, "{\"1\": 4}"));

    assertThat(kinds("czjr")).containsExactly(SIGN);
  }

  @Test
  void theJointReportOfSeveralLeadsKeepsItsSignaturesToo() {
    office.dispatch(list("市场监督管理局、公安分局", "财政金融局"));
    office.complete("ga", REPORT, report("已办。", 70, "{}"));
    office.complete("scjg", REPORT, report("已办。", 90, "{}"));
    office.complete("scjg", "Activity_ConsolidateReport", report("合并。", 80, "{\"1\": 4}"));
    office.complete("czjr", SIGN, AGREE);
    returned(null);

    office.complete("scjg", "Activity_ConsolidateReport", report("附验收单。", 80, "{\"1\": 4}"));

    assertThat(kinds("czjr")).isEmpty();
    assertThat(kinds("duban")).contains(REVIEW);
  }

  @ParameterizedTest
  @CsvSource({
    // the first lead's own figure and that of both after the return, whether all sign again
    "4, 6, false",
    "5, 6, true",
    "4, 7, true"
  })
  void whatOneOfSeveralLeadsChangesIsSignedAgainThoughTheJointReportSaysTheSame(
      String own, String joint, boolean again) {
    Programme programme = office.dispatch(list("市场监督管理局、公安分局", "财政金融局"));
    office.complete("scjg", REPORT, report("已办。", 80, "{\"1\": 4}"));
    office.complete("ga", REPORT, report("已办。", 80, "{\"1\": 2}"));
    office.complete("scjg", "Activity_ConsolidateReport", report("合并。", 80, "{\"1\": 6}"));
    office.complete("czjr", SIGN, AGREE);
    office.revise(programme, list("市场监督管理局", "财政金融局"), "上级调整。");
    returned(null);
    office.revise(programme, list("市场监督管理局、公安分局", "财政金融局"), "上级再调整。");

    office.complete("scjg", REPORT, report("补上验收单。", 80, "{\"1\": " + own + "}"));
    office.complete("ga", REPORT, report("补上验收单。", 80, "{\"1\": 2}"));
    office.complete(
        "scjg", "Activity_ConsolidateReport", report("附验收单。", 80, "{\"1\": " + joint + "}"));

    assertThat(kinds("czjr").contains(SIGN)).isEqualTo(again);
    assertThat(kinds("duban").contains(REVIEW)).isEqualTo(!again);
  }

  @Test
  void whatALeadThatJoinedSinceFilesIsSigned() {
    Programme programme = office.dispatch(list("市场监督管理局", "财政金融局"));
    office.complete("scjg", REPORT, report("已办。", 80, "{\"1\": 4}"));
    office.complete("czjr", SIGN, AGREE);
    returned(null);
    office.revise(programme, list("市场监督管理局、公安分局", "财政金融局"), "上级调整。");
    office.complete("scjg", REPORT, report("补上验收单。", 80, "{\"1\": 4}"));
    office.complete("ga", REPORT, report("已办。", 20, "{\"1\": 1}"));

    office.complete("scjg", "Activity_ConsolidateReport", report("合并。", 80, "{\"1\": 4}"));

    assertThat(kinds("czjr")).containsExactly(SIGN);
  }

  @Test
  void aProjectReturnedAtItsClosingIsSignedAnewByAll() {
    office.dispatch(list("市场监督管理局", "财政金融局"));
    office.complete("scjg", REPORT, report("已办。", 80, "{}"));
    office.complete("czjr", SIGN, AGREE);
    office.complete("duban", REVIEW, Map.of("decision", "ACCEPT"));
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "RETURN"));

    office.complete("scjg", REPORT, report("补办。", 80, "{}"));

    assertThat(kinds("czjr")).containsExactly(SIGN);
  }

  @Test
  void aWordThatIsNeitherYesNorNoIsRefused() {
    office.dispatch(list("市场监督管理局", "财政金融局"));
    office.complete("scjg", REPORT, report("已办。", 80, "{}"));
    office.complete("czjr", SIGN, AGREE);

    assertThatThrownBy(
            () ->
                office.complete(
                    "duban",
                    REVIEW,
                    Map.of("decision", "RETURN", "opinion", "缺。", "signaturesStand", "maybe")))
        .hasRootCauseInstanceOf(InvalidSubmission.class)
        .rootCause()
        .hasMessageContaining("signaturesStand");
    assertThat(kinds("duban")).contains(REVIEW);
  }

  private List<String> kinds(String user) {
    return office.tasksOf(user).stream().map(Task::getTaskDefinitionKey).toList();
  }

  private String only(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private List<String> strings(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
