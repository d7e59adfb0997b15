package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.duban.DubanTest;
import org.duban.escalation.Prospects;
import org.duban.escalation.Rung;
import org.duban.escalation.SilenceRule;
import org.duban.workflow.policy.Policy;
import org.duban.workflow.policy.PolicyRefused;
import org.duban.workflow.policy.PolicyTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is chased for what, and when it ends. */
@DubanTest
class EscalationStoriesTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:2021年6月底

      牵头部门:市场监督管理局

      配合部门:财政金融局、公安分局
      """;

  @Autowired private Office office;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Autowired private Prospects prospects;
  @Autowired private PolicyTable policy;
  @Autowired private ApplicationContext context;

  private record Chased(String term, String holder, int level, String state) {}

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(LIST);
  }

  @AfterEach
  void theDefaultsAgain() throws Exception {
    SilenceRule.countsAsAgreement(context, false);
    String table = Files.readString(Path.of("processes/deadline-policy.dmn"));
    if (!table.equals(new String(policy.inForce(Policy.DEADLINE), StandardCharsets.UTF_8))) {
      policy.replace(Policy.DEADLINE, table, "duban");
    }
  }

  @Test
  void aSignOffThatIsNotGivenInFiveWorkingDaysGoesToTheHeadOfThatDepartmentAlone() {
    office.moveTo("2021-06-01 10:00");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.moveTo("2021-06-02 10:00");
    office.complete("ga", "Activity_SignOff", Map.of("decision", "AGREE"));

    office.moveTo("2021-06-08 23:59");
    assertThat(chased()).isEmpty();
    assertThat(told("REMINDER")).containsExactly("czjr");

    office.moveTo("2021-06-09 09:00");
    assertThat(chased()).containsExactly(new Chased("SIGN_OFF", "czjr", 1, "OPEN"));
    assertThat(told("LEVEL_1")).containsExactly("czjr-head");
    assertThat(light()).isEqualTo("GREEN");

    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    assertThat(chased()).containsExactly(new Chased("SIGN_OFF", "czjr", 1, "LIFTED"));
    assertThat(told("LIFTED")).containsExactly("czjr-head");

    office.moveTo("2021-06-18 09:00");
    assertThat(chased()).hasSize(1);
  }

  @Test
  void onceTheMilestoneIsOverdueItsOwnLadderChasesWhoeverHasNotSigned() {
    office.moveTo("2021-06-28 10:00");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));

    office.moveTo("2021-07-20 09:00");

    assertThat(chased())
        .extracting(Chased::term, Chased::level)
        .containsExactly(tuple("MILESTONE", 1), tuple("MILESTONE", 2), tuple("MILESTONE", 3));
  }

  @Test
  void silenceCountsAsAgreementWhereTheOfficeDecidedSo() {
    SilenceRule.countsAsAgreement(context, true);
    office.moveTo("2021-06-01 10:00");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("ga", "Activity_SignOff", Map.of("decision", "AGREE"));

    office.moveTo("2021-06-09 09:00");

    assertThat(office.taskOf("duban", "Activity_ReviewReport")).isNotNull();
    assertThat(
            jdbc.sql("select signed_by || ' ' || department_code from sign_off order by id")
                .query(String.class)
                .list())
        .containsExactly("ga ga", "duban-system czjr");
    assertThat(
            jdbc.sql("select who from trail where what = 'DEEMED_AGREED'")
                .query(String.class)
                .list())
        .containsExactly("duban-system");
  }

  @Test
  void aPromisedRecoveryIsWatchedLikeADeadline() {
    office.moveTo("2021-07-05 09:00");
    office.complete(
        "scjg-head",
        "Activity_ExplainDelay",
        Map.of("explanation", "药店装修延误。", "recoveryDate", "2021-07-09"));

    office.moveTo("2021-07-08 09:00");
    assertThat(messages("REMINDER")).last().asString().contains("承诺 2021-07-09 前补救完成", "还有 1 个工作日");

    office.moveTo("2021-07-09 23:59");
    assertThat(chased()).extracting(Chased::term).doesNotContain("RECOVERY");

    office.moveTo("2021-07-10 09:00");
    assertThat(chased()).contains(new Chased("RECOVERY", "scjg", 2, "OPEN"));
    assertThat(messages("LEVEL_2")).last().asString().contains("承诺 2021-07-09 前补救完成");
  }

  @Test
  void everyEscalationTellsWhoseTermItIs() {
    office.moveTo("2021-06-01 10:00");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("ga", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.moveTo("2021-07-05 09:00");
    office.complete(
        "czjr-head",
        "Activity_ExplainDelay",
        Map.of("explanation", "资金未核。", "recoveryDate", "2021-07-09"));
    office.moveTo("2021-07-10 09:00");

    JsonNode rows =
        http.withBasicAuth("duban", "demo").getForObject("/api/v1/escalations", JsonNode.class);

    assertThat(rows)
        .extracting(
            row -> row.get("term").asText(),
            row -> row.get("holder").asText(null),
            row -> row.get("level").asInt())
        .contains(
            tuple("SIGN_OFF", "czjr", 1),
            tuple("MILESTONE", null, 1),
            tuple("RECOVERY", "czjr", 2));
    assertThat(rows).allSatisfy(row -> assertThat(row.get("responsible")).isNotEmpty());
  }

  @Test
  void aPromiseThatIsKeptIsNotHeldAgainstAnyone() {
    office.moveTo("2021-07-05 09:00");
    office.complete(
        "scjg-head",
        "Activity_ExplainDelay",
        Map.of("explanation", "药店装修延误。", "recoveryDate", "2021-07-09"));
    office.moveTo("2021-07-07 09:00");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));

    office.moveTo("2021-07-12 09:00");

    assertThat(chased()).extracting(Chased::term).doesNotContain("RECOVERY");
  }

  @Test
  void aReturnedReportThatIsNotFiledAgainIsHeldAgainstItsLead() {
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("ga", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete(
        "duban", "Activity_ReviewReport", Map.of("decision", "RETURN", "opinion", "缺照片。"));

    office.moveTo("2021-07-01 09:00");

    assertThat(jdbc.sql("select reason from escalation").query(String.class).single())
        .isEqualTo("牵头部门退办后尚未重新反馈：市场监督管理局");
    assertThat(told("LEVEL_1")).containsExactly("scjg-head");
  }

  @Test
  void thoseWhoWereToldOfAnEscalationAreToldThatItEnded() {
    office.moveTo("2021-07-06 09:00");
    office.complete("leader", "Activity_GiveInstruction", Map.of("instruction", "七月十日前补齐。"));
    assertThat(told("INSTRUCTION")).containsExactly("scjg", "scjg-head");

    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("ga", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));

    assertThat(told("LIFTED")).containsExactly("leader", "scjg-head");
  }

  @Test
  void theLadderSaysWhatComesNextAndWhen() {
    assertThat(prospects.of(milestone()))
        .extracting(prospect -> prospect.on() + " " + prospect.rung())
        .containsExactly(
            "2021-06-16 REMINDER",
            "2021-06-25 WARNING",
            "2021-07-01 LEVEL_1",
            "2021-07-05 LEVEL_2",
            "2021-07-14 LEVEL_3");

    office.moveTo("2021-07-06 09:00");
    assertThat(prospects.of(milestone()))
        .filteredOn(prospect -> prospect.rung() == Rung.REMINDER)
        .extracting(prospect -> prospect.on() + " " + prospect.recipients().size())
        .containsExactly("2021-07-08 1", "2021-07-08 1", "2021-07-09 2", "2021-07-09 1");
    assertThat(prospects.of(milestone()))
        .filteredOn(prospect -> prospect.rung() != Rung.REMINDER)
        .singleElement()
        .satisfies(
            last -> {
              assertThat(last.rung()).isEqualTo(Rung.LEVEL_3);
              assertThat(last.sentence()).startsWith("市场监督管理局手上的节点仍未办结的，三级督办");
            });
  }

  @Test
  void anotherTableHoldsForWhatRunsFromTheNextTickOn() throws Exception {
    office.openOn("2021-05-20 08:30");
    office.dispatchTheSample();
    office.moveTo("2021-06-24 09:00");

    policy.replace(
        Policy.DEADLINE,
        Files.readString(Path.of("processes/deadline-policy.dmn"))
            .replace("[-10..-4]", "[-10..-2]")
            .replace("[-3..0]", "[-1..0]"),
        "duban");
    office.moveTo("2021-06-28 09:00");
    assertThat(told("WARNING")).isEmpty();

    office.moveTo("2021-06-29 09:00");
    assertThat(told("WARNING")).contains("scjg", "scjg-head", "xzsp");
    assertThat(
            jdbc.sql("select count(*) from trail where what = 'POLICY_CHANGED' and detail <> ''")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aTableThatLeavesASituationOutIsRefused() throws Exception {
    String table = Files.readString(Path.of("processes/deadline-policy.dmn"));
    String before = new String(policy.inForce(Policy.DEADLINE), StandardCharsets.UTF_8);

    refused("每种情形须恰有一条规则", table.replace("[3..9]", "[3..8]"));
    refused("有两条规则", table.replace("[1..2]", "[1..3]"));
    refused(
        "台阶不能随时间下降",
        table
            .replace("<text>[3..9]</text>", "<text>[3..9] </text>")
            .replace("<text>\"LEVEL_3\"</text>", "<text>\"LEVEL_1\"</text>"));
    refused("不认识的词", table.replace("\"HEAD,LEADER,OFFICE\"", "\"EVERYBODY\""));
    refused(
        "没有 id 为 deadline-policy",
        table.replace("<decision id=\"deadline-policy\"", "<decision id=\"policy\""));
    refused("读懂", "not a table");
    refused("DOCTYPE", "<!DOCTYPE x []>" + table);

    assertThat(new String(policy.inForce(Policy.DEADLINE), StandardCharsets.UTF_8))
        .isEqualTo(before);
  }

  private void refused(String why, String xml) {
    assertThatThrownBy(() -> policy.replace(Policy.DEADLINE, xml, "duban"))
        .isInstanceOf(PolicyRefused.class)
        .hasMessageContaining(why);
  }

  private String milestone() {
    return jdbc.sql("select id from milestone").query(String.class).single();
  }

  private String light() {
    return jdbc.sql("select light from milestone_overview").query(String.class).single();
  }

  private List<Chased> chased() {
    return jdbc.sql("select term, holder, level, state from escalation order by id")
        .query(Chased.class)
        .list();
  }

  private List<String> told(String kind) {
    return jdbc.sql("select distinct recipient from notification where kind = :kind order by 1")
        .param("kind", kind)
        .query(String.class)
        .list();
  }

  private List<String> messages(String kind) {
    return jdbc.sql("select message from notification where kind = :kind order by id")
        .param("kind", kind)
        .query(String.class)
        .list();
  }
}
