package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.programme.Extensions;
import org.duban.programme.Merger;
import org.duban.programme.OfficeActs;
import org.duban.programme.Programme;
import org.duban.programme.Role;
import org.duban.programme.Suspensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another department takes over: it's told what and by when, and asked what was still asked. */
@DubanTest
class TakeoverStoriesTest {

  private static final String WHY = "区政府常务会议议定。";
  private static final Map<String, Object> EXPLAINED =
      Map.of("explanation", "场地未落实。", "recoveryDate", "2021-07-30");

  @Autowired private Office office;
  @Autowired private OfficeActs acts;
  @Autowired private Suspensions suspensions;
  @Autowired private Extensions extensions;
  @Autowired private Merger merger;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  @AfterEach
  void everyDepartmentIsThereAgain() {
    merger.undo();
  }

  private static String list(String... items) {
    return "济宁高新区2021年度重点民生项目清单\n\n" + String.join("\n", items);
  }

  private static String item(String title, String deadline, String leads, String supports) {
    return """
        %s。
        新建放心消费示范药店5家。
        完成时限:%s
        牵头部门:%s
        %s"""
        .formatted(title, deadline, leads, supports.isEmpty() ? "" : "配合部门:" + supports + "\n");
  }

  private static String food(String deadline, String leads, String supports) {
    return item("一、保障食品药品安全", deadline, leads, supports);
  }

  @Test
  void whoeverTakesOverWhileReportingIsToldWhatAndByWhenAndWhoeverLeftThatItIsGone() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.moveTo("2021-06-21 09:00");

    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    assertThat(told())
        .containsExactlyInAnyOrder(
            "xzsp TAKEN_OVER", "xzsp-head TAKEN_OVER", "scjg HANDED_OVER", "scjg-head HANDED_OVER");
    assertThat(words("TAKEN_OVER"))
        .contains(
            "一、保障食品药品安全",
            "行政审批服务局现为牵头部门",
            "此前由市场监督管理局承担",
            "2021-06-30 到期",
            "还有 7 个工作日",
            "签收时限 2021-06-24",
            WHY)
        .doesNotContain("说明延误");
    assertThat(words("HANDED_OVER")).contains("市场监督管理局不再是牵头部门，由行政审批服务局承接", WHY);
    assertThat(only("select distinct milestone_id from notification where kind = 'TAKEN_OVER'"))
        .isEqualTo(only("select id from milestone"));
    nothingIsLeftFor("scjg");
    office.moveTo("2021-06-23 09:00");
    assertThat(told()).hasSize(4);
  }

  @Test
  void everyActIsToldHoweverOftenTheSameDepartmentsChange() {
    Programme programme = office.dispatch(list(food("2021年12月底", "市场监督管理局", "")));

    acts.reassign(programme.id() + ".1", "scjg", "xzsp");
    acts.reassign(programme.id() + ".1", "xzsp", "scjg");
    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    assertThat(told()).filteredOn("xzsp TAKEN_OVER"::equals).hasSize(2);
    assertThat(told()).filteredOn("scjg TAKEN_OVER"::equals).hasSize(1);
  }

  @Test
  void aLeadThatTakesOverDuringSignOffIsToldAndAskedForNoReport() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));

    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    assertThat(told())
        .containsExactlyInAnyOrder(
            "xzsp TAKEN_OVER", "xzsp-head TAKEN_OVER", "scjg HANDED_OVER", "scjg-head HANDED_OVER");
    assertThat(kinds("xzsp")).containsExactly("Activity_AcknowledgeNewAssignment");
    assertThat(kinds("czjr")).containsExactly("Activity_SignOff");
    nothingIsLeftFor("scjg");
  }

  @Test
  void anExplanationThatWasNotGivenIsAskedOfTheNewHead() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.moveTo("2021-07-05 09:00");
    assertThat(kinds("scjg-head")).contains("Activity_ExplainDelay");

    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    nothingIsLeftFor("scjg");
    assertThat(words("TAKEN_OVER"))
        .contains("已逾期 3 个工作日", "已列二级督办", "说明时限 2021-07-", "请负责人说明延误原因和补救时限");
    assertThat(kinds("xzsp-head")).containsOnlyOnce("Activity_ExplainDelay");
    assertThat(strings("select array_to_string(held_by, ',') from escalation where state = 'OPEN'"))
        .containsOnly("xzsp");
    assertThat(strings("select array_to_string(responsible, ',') from escalation"))
        .as("history")
        .containsOnly("scjg");
    office.complete("xzsp-head", "Activity_ExplainDelay", EXPLAINED);
    office.complete("leader", "Activity_GiveInstruction", Map.of("instruction", "抓紧。"));
    assertThat(strings("select recipient from notification where kind = 'INSTRUCTION'"))
        .containsExactlyInAnyOrder("xzsp", "xzsp-head");
    assertThat(instances()).isZero();
    assertThat(strings("select holder from watch where term = 'RECOVERY'")).containsExactly("xzsp");
    finish("xzsp");
    assertThat(strings("select recipient from notification where kind = 'LIFTED'"))
        .contains("xzsp", "xzsp-head", "leader")
        .doesNotContain("scjg", "scjg-head");
  }

  @Test
  void aPromiseEndsWithWhoeverGaveItAndTheNextHeadIsAskedForOne() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.moveTo("2021-07-05 09:00");
    office.complete("scjg-head", "Activity_ExplainDelay", EXPLAINED);

    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    nothingIsLeftFor("scjg");
    assertThat(kinds("xzsp-head")).containsOnlyOnce("Activity_ExplainDelay");
    assertThat(strings("select holder from watch where term = 'RECOVERY'")).isEmpty();
    office.complete("leader", "Activity_GiveInstruction", Map.of("instruction", "抓紧。"));
    assertThat(instances()).isEqualTo(1);
    office.complete("xzsp-head", "Activity_ExplainDelay", EXPLAINED);
    assertThat(instances()).isZero();
    assertThat(strings("select department_code from explanation order by id"))
        .containsExactly("scjg", "xzsp");
  }

  @Test
  void whoeverComesBackIsAskedAgainSinceItsPromiseEndedWhenItLeft() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.moveTo("2021-07-05 09:00");
    office.complete("scjg-head", "Activity_ExplainDelay", EXPLAINED);
    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    acts.reassign(programme.id() + ".1", "xzsp", "scjg");

    nothingIsLeftFor("xzsp");
    assertThat(kinds("scjg-head")).containsOnlyOnce("Activity_ExplainDelay");
    acts.reassign(programme.id() + ".1", "scjg", "xzsp");
    nothingIsLeftFor("scjg");
    assertThat(kinds("xzsp-head")).containsOnlyOnce("Activity_ExplainDelay");
  }

  @Test
  void theLeaderWhoInstructedIsNotAskedAgainWhenTheNewHeadIs() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局")));
    office.moveTo("2021-07-05 09:00");
    office.complete("scjg-head", "Activity_ExplainDelay", EXPLAINED);
    office.complete("leader", "Activity_GiveInstruction", Map.of("instruction", "抓紧。"));
    assertThat(instances()).isZero();

    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    assertThat(kinds("xzsp-head")).containsOnlyOnce("Activity_ExplainDelay");
    assertThat(kinds("leader")).doesNotContain("Activity_GiveInstruction");
    assertThat(words("TAKEN_OVER")).contains("请负责人说明延误原因和补救时限");
    office.complete("xzsp-head", "Activity_ExplainDelay", EXPLAINED);
    assertThat(instances()).isZero();
    finish("xzsp", "czjr");
  }

  @Test
  void aPromiseThatWasBrokenIsNotChasedAfterItsDepartmentLeft() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.moveTo("2021-07-05 09:00");
    office.complete(
        "scjg-head",
        "Activity_ExplainDelay",
        Map.of("explanation", "场地未落实。", "recoveryDate", "2021-07-08"));
    office.moveTo("2021-07-12 09:00");
    assertThat(strings("select state from escalation where term = 'RECOVERY'"))
        .containsExactly("OPEN");

    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    assertThat(strings("select state from escalation where term = 'RECOVERY'"))
        .containsExactly("LIFTED");
    nothingIsLeftFor("scjg");
    assertThat(kinds("xzsp-head")).containsOnlyOnce("Activity_ExplainDelay");
  }

  @Test
  void aSupportThatTakesOverAnOverdueSignOffHasDaysOfItsOwn() {
    Programme programme = office.dispatch(list(food("2021年12月底", "市场监督管理局", "财政金融局、公安分局")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.moveTo("2021-05-31 09:00");
    assertThat(strings("select holder from escalation where term = 'SIGN_OFF' and state = 'OPEN'"))
        .containsExactlyInAnyOrder("czjr", "ga");

    acts.reassign(programme.id() + ".1", "czjr", "sw", Role.SUPPORT);

    assertThat(told())
        .containsExactlyInAnyOrder(
            "sw TAKEN_OVER", "sw-head TAKEN_OVER", "czjr HANDED_OVER", "czjr-head HANDED_OVER");
    assertThat(words("TAKEN_OVER"))
        .contains("配合部门（须会签反馈）", "此前由财政金融局承担", "会签时限 2021-06-07", "2021-12-31 到期");
    assertThat(strings("select holder || ' ' || due from watch where term = 'SIGN_OFF'"))
        .containsExactlyInAnyOrder("sw 2021-06-07", "ga 2021-05-27");
    assertThat(strings("select holder from escalation where term = 'SIGN_OFF' and state = 'OPEN'"))
        .containsExactly("ga");
    assertThat(strings("select detail from trail where what = 'ESCALATION_LIFTED'"))
        .singleElement()
        .asString()
        .contains("会签单位已调整");
    assertThat(strings("select recipient from notification where kind = 'LIFTED'"))
        .doesNotContain("czjr", "czjr-head");
    nothingIsLeftFor("czjr");
  }

  @Test
  void whoeverIsFirstOfSeveralLeadsNowIsToldSo() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局、公安分局", "")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("ga", "Activity_FileProgressReport", Office.report("已办。", 100));

    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    assertThat(told())
        .containsExactlyInAnyOrder(
            "xzsp TAKEN_OVER", "xzsp-head TAKEN_OVER", "scjg HANDED_OVER", "scjg-head HANDED_OVER");
    assertThat(words("TAKEN_OVER")).contains("第一牵头部门（负责汇总反馈）");
    assertThat(kinds("xzsp")).contains("Activity_ConsolidateReport");

    office.revise(programme, list(food("2021年6月底", "公安分局、市场监督管理局", "")), WHY);

    assertThat(kinds("ga")).contains("Activity_ConsolidateReport");
    assertThat(told()).contains("ga TAKEN_OVER", "ga-head TAKEN_OVER").hasSize(6);
    nothingIsLeftFor("scjg");
  }

  @Test
  void aMergerIsToldOncePerItemAndWhoeverWasThereAlreadyHearsWhoseShareItHasNow() throws Exception {
    office.dispatch(
        list(food("2021年6月底", "市场监督管理局", "财政金融局、税务局"), item("二、修建农村公路", "2021年6月底", "财政金融局", "")));
    merger.end("czjr", "validTo: 2021-07-05\nsuccessor: sw\n");
    office.moveTo("2021-07-05 09:00");
    assertThat(kinds("czjr-head")).containsOnlyOnce("Activity_ExplainDelay");

    office.moveTo("2021-07-06 09:00");

    assertThat(told())
        .containsExactlyInAnyOrder(
            "sw TAKEN_OVER",
            "sw TAKEN_OVER",
            "sw-head TAKEN_OVER",
            "sw-head TAKEN_OVER",
            "czjr HANDED_OVER",
            "czjr HANDED_OVER",
            "czjr-head HANDED_OVER",
            "czjr-head HANDED_OVER");
    assertThat(
            strings(
                "select distinct message from notification where kind = 'TAKEN_OVER' order by 1"))
        .hasSize(2)
        .allSatisfy(text -> assertThat(text).contains("此前由财政金融局承担", "机构调整"));
    assertThat(kinds("sw-head")).containsOnlyOnce("Activity_ExplainDelay");
    nothingIsLeftFor("czjr");
    office.moveTo("2021-07-07 09:00");
    assertThat(told()).hasSize(8);
  }

  @Test
  void whoeverTakesOverASuspendedSignOffHasAllItsDaysWhenItGoesOn() {
    Programme programme = office.dispatch(list(food("2021年12月底", "市场监督管理局", "财政金融局")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.moveTo("2021-05-24 09:00");
    String milestone = only("select id from milestone");
    suspensions.suspend(milestone, WHY, "duban");
    office.moveTo("2021-06-07 09:00");

    acts.reassign(programme.id() + ".1", "czjr", "sw", Role.SUPPORT);

    assertThat(words("TAKEN_OVER")).contains("已中止计时").doesNotContain("还有");
    assertThat(strings("select holder || ' ' || suspended from watch where term = 'SIGN_OFF'"))
        .containsExactly("sw true");
    nothingIsLeftFor("czjr");
    office.moveTo("2021-06-15 09:00");
    suspensions.resume(milestone, WHY, "duban");
    assertThat(strings("select holder || ' ' || due from watch where term = 'SIGN_OFF'"))
        .containsExactly("sw 2021-06-22");
    office.complete("sw", "Activity_SignOff", Map.of("decision", "AGREE"));
    assertThat(strings("select holder from watch where term = 'SIGN_OFF'")).isEmpty();
  }

  @Test
  void anExplanationMovesWhileTheMilestoneIsSuspendedAndStaysHaltedUntilItGoesOn() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.moveTo("2021-07-06 09:00");
    String milestone = only("select id from milestone");
    suspensions.suspend(milestone, WHY, "duban");

    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    nothingIsLeftFor("scjg");
    Task explain = office.taskOf("xzsp-head", "Activity_ExplainDelay");
    assertThat(explain.isSuspended()).isTrue();
    suspensions.resume(milestone, WHY, "duban");
    office.complete("xzsp-head", explain, EXPLAINED);
  }

  @Test
  void twoMilestonesOfOneItemAreToldInOneMessage() {
    Programme programme = office.dispatch(list(food("2021年6月底取得阶段性成效,12月底前完成", "市场监督管理局", "")));

    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    assertThat(told()).hasSize(4);
    assertThat(words("TAKEN_OVER")).contains("2021-06-30 到期", "2021-12-31 到期");
    assertThat(kinds("xzsp")).filteredOn("Activity_FileProgressReport"::equals).hasSize(2);
    nothingIsLeftFor("scjg");
  }

  @Test
  void aRevisionTellsWhomItAddsAndWhomItDrops() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局")));

    office.revise(programme, list(food("2021年6月底", "市场监督管理局", "税务局、公安分局")), WHY);

    assertThat(told())
        .containsExactlyInAnyOrder(
            "sw TAKEN_OVER",
            "sw-head TAKEN_OVER",
            "ga TAKEN_OVER",
            "ga-head TAKEN_OVER",
            "czjr HANDED_OVER",
            "czjr-head HANDED_OVER");
    nothingIsLeftFor("czjr");
  }

  @Test
  void whatWasNotSentYetToWhoeverLeftIsNotSent() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局")));
    office.moveTo("2021-06-28 09:00");
    jdbc.sql("update notification set state = 'QUEUED', sent_at = null").update();
    List<String> before = strings("select recipient from notification where state = 'QUEUED'");
    assertThat(before).contains("scjg", "scjg-head");

    acts.reassign(programme.id() + ".1", "scjg", "xzsp");

    assertThat(
            strings(
                "select distinct recipient from notification where state = 'WITHDRAWN' order by 1"))
        .containsExactly("scjg", "scjg-head");
    assertThat(
            strings(
                "select distinct kind from notification where state = 'QUEUED' and recipient in ('scjg', 'scjg-head')"))
        .containsExactly("HANDED_OVER");
  }

  @Test
  void theAnswerToARequestForMoreTimeIsToldToWhoeverLeadsThen() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    extensions.request(
        only("select id from milestone"),
        "scjg",
        LocalDate.parse("2021-07-30"),
        "材料未齐。",
        "scjg-head");

    acts.reassign(programme.id() + ".1", "scjg", "xzsp");
    office.complete("duban", "Activity_EndorseExtension", Map.of("decision", "APPROVE"));
    office.complete("leader", "Activity_DecideExtension", Map.of("decision", "APPROVE"));

    assertThat(strings("select recipient from notification where kind = 'EXTENSION'"))
        .containsExactlyInAnyOrder("xzsp", "xzsp-head");
  }

  private void finish(String lead, String... supports) {
    office.complete(lead, "Activity_FileProgressReport", Office.report("已办。", 100));
    for (String support : supports) {
      office.complete(support, "Activity_SignOff", Map.of("decision", "AGREE"));
    }
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    assertThat(only("select state from milestone")).isEqualTo("CLOSED");
    assertThat(instances()).isZero();
  }

  private void nothingIsLeftFor(String department) {
    assertThat(kinds(department)).isEmpty();
    assertThat(kinds(department + "-head")).isEmpty();
    assertThat(strings("select term from watch where holder = '" + department + "'")).isEmpty();
    assertThat(
            strings(
                "select duty from holding where until is null and holder = '" + department + "'"))
        .isEmpty();
    assertThat(
            strings(
                "select id::text from escalation where state = 'OPEN' and '"
                    + department
                    + "' = any(coalesce(held_by, responsible))"))
        .isEmpty();
  }

  private long instances() {
    return runtime.createProcessInstanceQuery().processDefinitionKey("escalation").count();
  }

  private List<String> told() {
    return strings(
        "select recipient || ' ' || kind from notification where kind in ('TAKEN_OVER', 'HANDED_OVER')");
  }

  private String words(String kind) {
    return only("select distinct message from notification where kind = '" + kind + "'");
  }

  private List<String> kinds(String user) {
    return office.tasksOf(user).stream().map(Task::getTaskDefinitionKey).toList();
  }

  private String only(String sql) {
    List<String> found = strings(sql);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private List<String> strings(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
