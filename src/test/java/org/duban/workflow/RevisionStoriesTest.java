package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Programme;
import org.duban.programme.RevisionRefused;
import org.duban.programme.revision.Difference;
import org.duban.programme.revision.Difference.Fate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists that are revised while they run. */
@DubanTest
class RevisionStoriesTest {

  private static final String WHY = "区政府常务会议调整。";

  @Autowired private Office office;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  private static String list(String... items) {
    return "济宁高新区2021年度重点民生项目清单\n\n" + String.join("\n", items);
  }

  private static String item(
      String number, String title, String deadline, String leads, String supports) {
    return """
        %s、%s。
        新建放心消费示范药店5家。
        完成时限:%s
        牵头部门:%s
        %s"""
        .formatted(
            number, title, deadline, leads, supports.isEmpty() ? "" : "配合部门:" + supports + "\n");
  }

  private static String food(String deadline, String leads, String supports) {
    return item("一", "保障食品药品安全", deadline, leads, supports);
  }

  @Test
  void aJuneDeadlineMovedToJulyIsNotRedInJulyButAfterItsNewDay() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    String key =
        only(
            "select business_key_ from act_ru_execution where business_key_ like '%/COMPLETION/%'");
    office.moveTo("2021-06-20 09:00");

    Difference difference = office.revise(programme, list(food("2021年7月底", "市场监督管理局", "")), WHY);

    assertThat(difference.projects().get(0).redated())
        .singleElement()
        .satisfies(
            moved -> {
              assertThat(moved.from()).isEqualTo("2021-06-30");
              assertThat(moved.to()).isEqualTo("2021-07-31");
            });
    assertThat(office.taskOf("scjg", "Activity_FileProgressReport"))
        .satisfies(
            task -> {
              assertThat(task.getName()).endsWith("（2021-07-31）");
              assertThat(task.getDueDate()).isEqualTo("2021-07-31T23:59:59");
            });
    office.moveTo("2021-07-01 09:00");
    assertThat(light()).isEqualTo("GREEN");
    office.moveTo("2021-07-31 23:00");
    assertThat(light()).isEqualTo("YELLOW");
    office.moveTo("2021-08-04 09:00");
    assertThat(light()).isEqualTo("RED");
    assertThat(strings("select due || ' ' || level from escalation order by id"))
        .containsExactly("2021-07-31 1", "2021-07-31 2");
    assertThat(only("select original_due::text from milestone")).isEqualTo("2021-06-30");
    assertThat(office.taskOf("scjg-head", "Activity_ExplainDelay")).isNotNull();
    assertThat(
            strings(
                "select distinct business_key_ from act_ru_execution where business_key_ like '%/COMPLETION/%'"))
        .containsExactly(key);
    assertThat(trail("REDATED")).singleElement().asString().contains("2021-06-30", WHY);
  }

  @Test
  void anEscalatedMilestoneThatGetsMoreTimeIsChasedNoMoreUntilThen() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.moveTo("2021-07-06 09:00");
    assertThat(light()).isEqualTo("RED");

    office.revise(programme, list(food("2021年9月底", "市场监督管理局", "")), WHY);

    assertThat(light()).isEqualTo("GREEN");
    assertThat(strings("select distinct state from escalation")).containsExactly("LIFTED");
    assertThat(kinds("scjg-head")).doesNotContain("Activity_ExplainDelay");
    office.moveTo("2021-10-20 09:00");
    assertThat(
            strings("select due || ' ' || level from escalation where state = 'OPEN' order by id"))
        .containsExactly("2021-09-30 1", "2021-09-30 2", "2021-09-30 3");
    assertThat(office.taskOf("scjg-head", "Activity_ExplainDelay").getName())
        .contains("2021-09-30");
  }

  @Test
  void aDeadlineMovedIntoThePastClimbsFromTheDayOfTheRevision() {
    Programme programme = office.dispatch(list(food("2021年12月底", "市场监督管理局", "")));
    office.moveTo("2021-08-02 09:00");

    office.revise(programme, list(food("2021年6月底", "市场监督管理局", "")), WHY);

    office.moveTo("2021-08-02 23:59");
    assertThat(strings("select level::text from escalation")).isEmpty();
    office.moveTo("2021-08-03 09:00");
    assertThat(strings("select level::text from escalation")).containsExactly("1");
  }

  @Test
  void aSupportReplacedWhileSignOffRunsLeavesToItsSuccessorAndTheOthersNoticeNothing() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局、公安分局、经济发展局")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("jjfz", "Activity_SignOff", Map.of("decision", "AGREE"));
    Task others = office.taskOf("ga", "Activity_SignOff");

    office.revise(programme, list(food("2021年6月底", "市场监督管理局", "税务局、公安分局、经济发展局")), WHY);

    assertThat(kinds("czjr")).isEmpty();
    assertThat(office.taskOf("ga", "Activity_SignOff").getId()).isEqualTo(others.getId());
    assertThat(holders()).containsExactlyInAnyOrder("ga", "sw");
    office.complete("ga", "Activity_SignOff", Map.of("decision", "AGREE"));
    assertThat(kinds("duban")).doesNotContain("Activity_ReviewReport");
    office.complete("sw", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    assertThat(only("select state from milestone")).isEqualTo("CLOSED");
    assertThat(strings("select department_code from sign_off order by id"))
        .containsExactly("jjfz", "ga", "sw");
    assertThat(trail("REASSIGNED")).singleElement().asString().contains("财政金融局", "税务局", WHY);
  }

  @Test
  void whenTheLastSupportThatHasNotSignedIsRemovedTheOfficeReviews() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局、公安分局")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("ga", "Activity_SignOff", Map.of("decision", "AGREE"));

    office.revise(programme, list(food("2021年6月底", "市场监督管理局", "公安分局")), WHY);

    assertThat(kinds("czjr")).isEmpty();
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    assertThat(only("select state from milestone")).isEqualTo("CLOSED");
  }

  @Test
  void supportsAddedWhileTheOfficeReviewsSignFirst() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "公安分局")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("ga", "Activity_SignOff", Map.of("decision", "AGREE"));
    assertThat(kinds("duban")).contains("Activity_ReviewReport");

    office.revise(programme, list(food("2021年6月底", "市场监督管理局", "公安分局、财政金融局、税务局")), WHY);

    assertThat(kinds("duban")).doesNotContain("Activity_ReviewReport");
    assertThat(only("select state from milestone")).isEqualTo("SIGN_OFF");
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete("sw", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    assertThat(only("select state from milestone")).isEqualTo("CLOSED");
  }

  @Test
  void aLeadReplacedWhileReportingHandsItsReportToTheNewOne() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局、公安分局", "财政金融局")));
    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());
    office.complete("ga", "Activity_AcknowledgeAssignment", Map.of());
    office.complete("ga", "Activity_FileProgressReport", Office.report("本局已办。", 100));

    office.revise(programme, list(food("2021年6月底", "行政审批服务局、公安分局", "财政金融局")), WHY);

    assertThat(kinds("scjg")).isEmpty();
    assertThat(holders()).containsExactly("xzsp");
    assertThat(kinds("xzsp"))
        .containsExactlyInAnyOrder(
            "Activity_AcknowledgeNewAssignment", "Activity_FileProgressReport");
    office.complete("xzsp", "Activity_AcknowledgeNewAssignment", Map.of());
    office.complete("xzsp", "Activity_FileProgressReport", Office.report("接手办毕。", 100));
    office.complete("xzsp", "Activity_ConsolidateReport", Office.report("合并。", 100));
    assertThat(kinds("czjr")).containsExactly("Activity_SignOff");
    assertThat(
            strings(
                "select department_code from assignment where role = 'LEAD' and acknowledged_at is not null order by position"))
        .containsExactly("xzsp", "ga");
    assertThat(only("select before::text from revision")).contains("scjg", "acknowledged_by");
  }

  @Test
  void whoeverLeadsFirstNowConsolidates() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局、公安分局", "")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("ga", "Activity_FileProgressReport", Office.report("已办。", 100));
    assertThat(kinds("scjg")).contains("Activity_ConsolidateReport");

    office.revise(programme, list(food("2021年6月底", "公安分局、市场监督管理局", "")), WHY);

    assertThat(kinds("scjg")).doesNotContain("Activity_ConsolidateReport");
    office.complete("ga", "Activity_ConsolidateReport", Office.report("合并。", 100));
    assertThat(holders()).containsExactly("supervising-office");
  }

  @Test
  void theHeadOfARemovedLeadNeedNotExplainButTheNextOnesMust() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.moveTo("2021-07-05 08:30");
    assertThat(kinds("scjg-head")).contains("Activity_ExplainDelay");

    office.revise(programme, list(food("2021年6月底", "行政审批服务局", "")), WHY);

    assertThat(kinds("scjg-head")).isEmpty();
    office.complete("leader", "Activity_GiveInstruction", Map.of("instruction", "抓紧。"));
    assertThat(instances("escalation")).isEqualTo(1);
    office.complete(
        "xzsp-head",
        "Activity_ExplainDelay",
        Map.of("explanation", "刚刚接手。", "recoveryDate", "2021-07-30"));
    assertThat(instances("escalation")).isZero();
    office.moveTo("2021-07-20 09:00");
    assertThat(only("select array_to_string(responsible, ',') from escalation where level = 3"))
        .isEqualTo("xzsp");
  }

  @Test
  void aNewLeadIsRemindedToAcknowledgeOnTheThirdWorkingDayOfItsOwn() {
    Programme programme = office.dispatch(list(food("2021年12月底", "市场监督管理局", "")));
    office.moveTo("2021-06-21 09:00");

    office.revise(programme, list(food("2021年12月底", "行政审批服务局", "")), WHY);

    office.moveTo("2021-06-23 23:59");
    assertThat(reminded()).doesNotContain("xzsp");
    office.moveTo("2021-06-24 23:59");
    assertThat(reminded()).contains("xzsp").doesNotContain("xzsp-head");
    office.moveTo("2021-06-25 09:00");
    assertThat(reminded()).contains("xzsp-head");
  }

  @Test
  void aProjectWithdrawnWhileEscalatedOwesNothingAnyMore() {
    String road = item("二", "修建农村公路", "2021年12月底", "城乡建设和交通局", "");
    Programme programme =
        office.dispatch(list(food("2021年6月底取得阶段性成效,长期坚持", "市场监督管理局", "财政金融局"), road));
    office.moveTo("2021-07-06 09:00");
    assertThat(kinds("scjg-head")).contains("Activity_ExplainDelay");

    Difference difference = office.revise(programme, list(road), WHY);

    assertThat(difference.projects())
        .extracting(Difference.Item::fate)
        .containsExactly(Fate.KEPT, Fate.WITHDRAWN);
    assertThat(kinds("scjg")).isEmpty();
    assertThat(kinds("scjg-head")).isEmpty();
    assertThat(kinds("leader")).doesNotContain("Activity_GiveInstruction");
    assertThat(strings("select distinct state from escalation")).containsExactly("LIFTED");
    assertThat(
            strings(
                "select distinct m.state from milestone m join project p on p.id = m.project_id where p.ordinal = 1"))
        .containsExactly("WITHDRAWN");
    assertThat(strings("select project_id from watch")).containsExactly(programme.id() + ".2");
    assertThat(holders()).containsExactly("cxjs");
    assertThat(instances("project")).isEqualTo(1);
    assertThat(trail("PROJECT_WITHDRAWN")).singleElement().asString().contains(WHY);
    office.moveTo("2021-10-09 09:00");
    assertThat(strings("select id from milestone where rhythm_id is not null")).isEmpty();
  }

  @Test
  void anAddedProjectGoesOutAtOnceAndAWithdrawnOrdinalCanBeUsedAgain() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));

    office.revise(programme, list(item("一", "修建农村公路", "2021年6月底", "城乡建设和交通局", "")), WHY);

    assertThat(kinds("scjg")).isEmpty();
    assertThat(kinds("cxjs"))
        .containsExactlyInAnyOrder("Activity_AcknowledgeAssignment", "Activity_FileProgressReport");
    assertThat(
            strings(
                "select ordinal || ' ' || registered_as || ' ' || state from project order by registered_as"))
        .containsExactly("1 1 WITHDRAWN", "1 2 DISPATCHED");
    office.moveTo("2021-07-05 09:00");
    assertThat(office.taskOf("cxjs-head", "Activity_ExplainDelay")).isNotNull();
  }

  @Test
  void renumberedProjectsKeepTheirProcessesAndTheirKeys() {
    String road = item("二", "修建农村公路", "2021年6月底", "城乡建设和交通局", "");
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", ""), road));

    office.revise(
        programme,
        list(road.replace("二、", "一、"), food("2021年6月底", "市场监督管理局", "").replace("一、", "二、")),
        WHY);

    assertThat(strings("select id || ' ' || ordinal from project order by id"))
        .containsExactly(programme.id() + ".1 2", programme.id() + ".2 1");
    assertThat(office.taskOf("scjg", "Activity_FileProgressReport").getName()).contains("二、保障");
    office.moveTo("2021-07-05 09:00");
    assertThat(office.taskOf("cxjs-head", "Activity_ExplainDelay").getName()).contains("一、修建");
    office.complete("cxjs", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    assertThat(kinds("cxjs-head")).doesNotContain("Activity_ExplainDelay");
    assertThat(kinds("scjg-head")).contains("Activity_ExplainDelay");
  }

  @Test
  void anAddedMilestoneRunsBesideTheOthersAndTheProjectWaitsForIt() {
    Programme programme = office.dispatch(list(food("2021年12月底前完成", "市场监督管理局", "")));
    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());

    office.revise(programme, list(food("2021年6月底取得阶段性成效,12月底前完成", "市场监督管理局", "")), WHY);

    for (Task report : office.tasksOf("scjg")) {
      assertThat(kinds("duban")).doesNotContain("Activity_CloseProject");
      office.complete("scjg", report, Office.report("已办。", 100));
      office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    }
    assertThat(strings("select kind || ' ' || state from milestone order by due"))
        .containsExactly("STAGE CLOSED", "COMPLETION CLOSED");
    assertThat(kinds("duban")).containsExactly("Activity_CloseProject");
  }

  @Test
  void longTermWorkThatARevisionEndsLeavesTheDatedWork() {
    Programme programme = office.dispatch(list(food("2021年12月底前完成,长期坚持", "市场监督管理局", "")));
    assertThat(kinds("duban")).contains("Activity_EndRhythm");

    office.revise(programme, list(food("2021年12月底前完成", "市场监督管理局", "")), WHY);

    assertThat(kinds("duban")).doesNotContain("Activity_EndRhythm");
    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    assertThat(only("select state from programme")).isEqualTo("CLOSED");
  }

  @Test
  void aProgrammeThatIsNotOutYetGoesOutAsRevised() {
    String road = item("二", "修建农村公路", "2021年12月底", "城乡建设和交通局", "");
    String school = item("三", "改建农村学校", "2021年12月底", "城乡建设和交通局", "");
    Programme programme =
        office.register(list(food("2021年6月底取得阶段性成效,12月底前完成", "市场监督管理局", "财政金融局"), road));

    office.revise(programme, list(food("2021年7月底取得阶段性成效", "行政审批服务局", "财政金融局"), school), WHY);
    assertThat(tasks.createTaskQuery().count()).isZero();
    office.send(programme);

    assertThat(kinds("scjg")).isEmpty();
    assertThat(kinds("xzsp"))
        .containsExactlyInAnyOrder("Activity_AcknowledgeAssignment", "Activity_FileProgressReport");
    assertThat(strings("select name_ from act_ru_task where name_ like '反馈%' order by name_"))
        .containsExactly("反馈进展：一、保障食品药品安全（2021-07-31）", "反馈进展：三、改建农村学校（2021-12-31）");
    assertThat(strings("select ordinal || ' ' || state from project order by ordinal"))
        .containsExactly("1 DISPATCHED", "2 WITHDRAWN", "3 DISPATCHED");
    assertThat(strings("select due::text from watch order by due"))
        .containsExactly("2021-07-31", "2021-12-31");
  }

  @Test
  void theFirstQuarterlyReportFollowsTheLastDatedMilestoneThatMoved() {
    Programme programme = office.dispatch(list(food("2021年6月底取得阶段性成效,长期坚持", "市场监督管理局", "")));

    office.revise(programme, list(food("2021年9月底取得阶段性成效,长期坚持", "市场监督管理局", "")), WHY);

    assertThat(only("select next_period_due::text from milestone where kind = 'ONGOING'"))
        .isEqualTo("2021-12-20");
  }

  @Test
  void theSameRevisionTwiceChangesNothingTheSecondTime() throws IOException {
    Programme programme = office.dispatchTheSample();
    String revised = sample().replace("2021年6月底", "2021年7月底");
    office.revise(programme, revised, WHY);
    List<String> before = strings("select id from trail");

    Difference again = office.revise(programme, revised, WHY);

    assertThat(again.changed()).isFalse();
    assertThat(strings("select id from trail")).isEqualTo(before);
    assertThat(strings("select id from revision")).hasSize(1);
    office.moveTo("2021-07-01 09:00");
    assertThat(strings("select milestone_id from watch where light = 'RED'")).isEmpty();
  }

  @Test
  void aRevisionThatMovesThreeOfTwentyTwoKeepsTheRestUntouched() throws IOException {
    Programme programme = office.dispatchTheSample();
    List<String> tasksBefore = tasks.createTaskQuery().list().stream().map(Task::getId).toList();

    Difference difference = office.revise(programme, sample().replace("2021年6月底", "2021年7月底"), WHY);

    assertThat(difference.projects())
        .filteredOn(item -> item.fate() != Fate.KEPT)
        .extracting(Difference.Item::ordinal)
        .containsExactly(13, 17, 19);
    assertThat(tasks.createTaskQuery().list())
        .extracting(Task::getId)
        .containsExactlyInAnyOrderElementsOf(tasksBefore);
    assertThat(office.dispatch(sample().replace("2021年6月底", "2021年7月底")).id())
        .as("the revised list is this programme, not another")
        .isEqualTo(programme.id());
  }

  @Test
  void whatIsClosedIsLeftAloneAndTold() {
    String road = item("二", "修建农村公路", "2021年12月底", "城乡建设和交通局", "");
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", ""), road));
    meetTheFirst();

    Difference met = office.revise(programme, list(food("2021年7月底", "市场监督管理局", ""), road), WHY);
    assertThat(met.projects().get(0).leftAlone()).singleElement().asString().contains("已办结");
    assertThat(met.projects().get(0).redated()).isEmpty();

    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    Difference closed = office.revise(programme, list(road), WHY);
    assertThat(closed.changed()).isFalse();
    assertThat(closed.projects().get(0).leftAlone()).singleElement().asString().contains("已销号");
    assertThat(only("select state from project where ordinal = 1")).isEqualTo("CLOSED");
  }

  @Test
  void aListsDayForWhatWasMetDoesNotUndoALaterReopening() {
    String road = item("二", "修建农村公路", "2021年12月底", "城乡建设和交通局", "");
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", ""), road));
    meetTheFirst();
    String moved = list(food("2021年7月底", "市场监督管理局", ""), road);
    office.revise(programme, moved, WHY);
    office.complete(
        "duban",
        "Activity_CloseProject",
        Map.of("decision", "RETURN", "opinion", "现场未见药店。", "newDue", "2021-06-09"));
    assertThat(only("select due from milestone where project_id like '%.1'"))
        .isEqualTo("2021-06-09");

    Difference again = office.revise(programme, moved, WHY);

    assertThat(again.changed()).isFalse();
    assertThat(only("select due from milestone where project_id like '%.1'"))
        .isEqualTo("2021-06-09");
    Difference other = office.revise(programme, list(food("2021年8月底", "市场监督管理局", ""), road), WHY);
    assertThat(other.projects().get(0).redated())
        .as("what the list itself moves now")
        .extracting(one -> one.from() + " " + one.to())
        .containsExactly("2021-07-31 2021-08-31");
  }

  @Test
  void aClosedItemThatTheListLeftOutRunsOnWhenTheOfficeOpensItAgain() {
    String road = item("二", "修建农村公路", "2021年12月底", "城乡建设和交通局", "");
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", ""), road));
    meetTheFirst();
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    office.revise(programme, list(road), WHY);
    decide(programme.id() + ".1/reopen");

    Difference again = office.revise(programme, list(road), WHY);

    assertThat(again.changed()).isFalse();
    assertThat(again.projects())
        .filteredOn(item -> item.ordinal() == 1)
        .flatExtracting(Difference.Item::leftAlone)
        .singleElement()
        .asString()
        .contains("照旧办理");
    assertThat(kinds("scjg")).contains("Activity_FileProgressReport");
  }

  @Test
  void whatTheOfficeWithdrewStaysWithdrawnWhileTheListsSayTheSameOfIt() {
    String food = food("2021年6月底", "市场监督管理局", "财政金融局");
    String road = item("二", "修建农村公路", "2021年12月底", "城乡建设和交通局", "");
    Programme programme = office.dispatch(list(food, road));
    decide(programme.id() + ".1/withdraw");

    Difference same = office.revise(programme, list(food, road), WHY);
    Difference other =
        office.revise(programme, list(food, road.replace("2021年12月底", "2021年11月底")), WHY);

    assertThat(same.changed()).isFalse();
    assertThat(other.projects())
        .extracting(Difference.Item::fate)
        .containsExactly(Fate.KEPT, Fate.CHANGED);
    assertThat(other.projects().get(0).leftAlone())
        .singleElement()
        .asString()
        .contains("已由督办机构撤销", "不重新列入");
    assertThat(strings("select id from project")).hasSize(2);
    assertThat(kinds("scjg")).isEmpty();

    Difference later =
        office.revise(
            programme,
            list(food("2021年9月底", "市场监督管理局", "财政金融局"), road.replace("2021年12月底", "2021年11月底")),
            WHY);

    assertThat(later.projects()).extracting(Difference.Item::fate).contains(Fate.ADDED);
    assertThat(kinds("scjg")).contains("Activity_FileProgressReport");
  }

  private void decide(String act) {
    assertThat(
            http.withBasicAuth("duban", "demo")
                .postForEntity("/api/v1/projects/" + act, Map.of("reason", WHY), String.class)
                .getStatusCode()
                .value())
        .isEqualTo(200);
  }

  private void meetTheFirst() {
    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
  }

  @Test
  void whatCannotBeDoneIsRefusedAndNothingOfItIsDone() {
    String road = item("二", "修建农村公路", "2021年12月底", "城乡建设和交通局", "");
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", ""), road));
    List<String> before = strings("select what from trail order by id");

    assertThatThrownBy(
            () ->
                office.revise(
                    programme,
                    list(food("2021年7月底", "市场监督管理局", ""), road.replace("12月底", "12月底,长期坚持")),
                    WHY))
        .isInstanceOf(RevisionRefused.class)
        .hasMessageContaining("第二项");
    assertThatThrownBy(() -> office.revise(programme, list(road), " "))
        .isInstanceOf(InvalidSubmission.class)
        .hasMessageContaining("修订原因");
    assertThatThrownBy(() -> office.revise(programme, list(road).replace("2021", "2022"), WHY))
        .isInstanceOf(RevisionRefused.class)
        .hasMessageContaining("2022 年");

    assertThat(strings("select what from trail order by id")).isEqualTo(before);
    assertThat(strings("select due::text from milestone order by due"))
        .containsExactly("2021-06-30", "2021-12-31");
  }

  private static String sample() throws IOException {
    return new ClassPathResource("config/programmes/jining-2021.txt")
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private List<String> kinds(String user) {
    return office.tasksOf(user).stream().map(Task::getTaskDefinitionKey).toList();
  }

  private long instances(String process) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(process).count();
  }

  private List<String> holders() {
    return strings("select holder from holding where until is null");
  }

  private List<String> reminded() {
    return strings("select recipient from notification where kind = 'ACKNOWLEDGE'");
  }

  private String light() {
    return only("select light from milestone_overview");
  }

  private List<String> trail(String what) {
    return strings("select detail from trail where what = '" + what + "'");
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
