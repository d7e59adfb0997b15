package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.duban.DubanTest;
import org.duban.audit.Happening;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Programme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Single projects on every path through the processes. */
@DubanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessStoriesTest {

  private static final String ONE_LEAD = list("2021年6月底取得阶段性成效,12月底前完成", "市场监督管理局", "财政金融局、公安分局");
  private static final String TWO_LEADS = list("2021年6月底", "行政审批服务局、市场监督管理局", "财政金融局");
  private static final String NO_SUPPORT = list("2021年6月底", "市场监督管理局", null);
  private static final String LONG_TERM = list("2021年6月底取得阶段性成效,长期坚持", "市场监督管理局", "财政金融局");

  @Autowired private Office office;
  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;

  private final Set<String> visited = new HashSet<>();

  private static String list(String deadline, String leads, String supports) {
    return """
        济宁高新区2021年度重点民生项目清单

        一、保障食品药品安全。

        新建放心消费示范药店5家。

        完成时限:%s

        牵头部门:%s
        """
            .formatted(deadline, leads)
        + (supports == null ? "" : "\n配合部门:" + supports + "\n");
  }

  @BeforeEach
  void openTheOffice() {
    BpmnAwareTests.init(engine);
    office.openOn("2021-05-20 08:30");
  }

  @AfterEach
  void rememberWhatWasVisited() {
    visited.addAll(
        jdbc.sql("select distinct proc_def_key_ || '#' || act_id_ from act_hi_actinst")
            .query(String.class)
            .list());
  }

  @Test
  void theReportOfOneLeadGoesToItsSupportsAndThenToTheOffice() {
    office.dispatch(ONE_LEAD);
    ProcessInstance june = milestone("STAGE");
    process(june).isWaitingAt("Activity_FileProgressReport");

    office.complete("scjg", taskOf("scjg", june), Office.report("已建成3家。", 60));
    assertThat(openTasks(june)).containsOnly("Activity_SignOff");

    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    assertThat(openTasks(june)).containsOnly("Activity_SignOff");
    office.complete("ga", "Activity_SignOff", Map.of("decision", "AGREE"));
    assertThat(openTasks(june)).containsOnly("Activity_ReviewReport");

    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    process(june).isEnded();
    assertThat(trail("STAGE"))
        .containsSubsequence(
            tuple(Happening.REPORT_FILED, "scjg", "scjg"),
            tuple(Happening.SIGNED_OFF, "czjr", "czjr"),
            tuple(Happening.SIGNED_OFF, "ga", "ga"),
            tuple(Happening.ACCEPTED, "duban", null),
            tuple(Happening.CLOSED, "duban", null));
  }

  @Test
  void departmentsThatSignInTheSameMomentAllSucceed() throws Exception {
    office.dispatch(list("2021年6月底", "市场监督管理局", "财政金融局、公安分局、生态环境分局、税务局、总工会"));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    List<String> signatories = List.of("czjr", "ga", "sthj", "sw", "zgh");
    List<Task> tasks =
        signatories.stream().map(user -> office.taskOf(user, "Activity_SignOff")).toList();
    CyclicBarrier together = new CyclicBarrier(signatories.size());
    ExecutorService people = Executors.newFixedThreadPool(signatories.size());
    List<Future<?>> signed = new ArrayList<>();
    for (int i = 0; i < signatories.size(); i++) {
      String user = signatories.get(i);
      Task task = tasks.get(i);
      signed.add(
          people.submit(
              () -> {
                together.await();
                office.complete(user, task, Map.of("decision", "AGREE"));
                return null;
              }));
    }
    for (Future<?> one : signed) {
      one.get(60, TimeUnit.SECONDS);
    }
    people.shutdown();

    assertThat(openTasks(milestone("COMPLETION"))).containsExactly("Activity_ReviewReport");
    assertThat(jdbc.sql("select count(*) from sign_off").query(Long.class).single()).isEqualTo(5);
  }

  @Test
  void severalLeadsReportAndTheFirstNamedConsolidates() {
    office.dispatch(TWO_LEADS);
    ProcessInstance june = milestone("COMPLETION");

    office.complete("scjg", "Activity_FileProgressReport", Office.report("本局已办。", 50));
    assertThat(openTasks(june)).containsOnly("Activity_FileProgressReport");
    office.complete("xzsp", "Activity_FileProgressReport", Office.report("本局已办。", 80));

    assertThat(openTasks(june)).containsOnly("Activity_ConsolidateReport");
    assertThat(kindsOf("scjg")).doesNotContain("Activity_ConsolidateReport");
    office.complete("xzsp", "Activity_ConsolidateReport", Office.report("两局合并。", 70));
    assertThat(openTasks(june)).containsOnly("Activity_SignOff");
  }

  @Test
  void anObjectionGoesBackToTheLeadAndTheObjectorIsAskedAgain() {
    office.dispatch(ONE_LEAD);
    ProcessInstance june = milestone("STAGE");
    office.complete("scjg", taskOf("scjg", june), Office.report("已建成5家。", 100));

    office.complete(
        "czjr", "Activity_SignOff", Map.of("decision", "OBJECT", "opinion", "少算了补助资金。"));
    process(june).isWaitingAt("Activity_ResolveObjection", "Activity_SignOff");
    office.complete("scjg", "Activity_ResolveObjection", Map.of("narrative", "已补列补助资金。"));
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete("ga", "Activity_SignOff", Map.of("decision", "AGREE"));

    assertThat(openTasks(june)).containsOnly("Activity_ReviewReport");
    assertThat(trail("STAGE"))
        .containsSubsequence(
            tuple(Happening.OBJECTED, "czjr", "czjr"),
            tuple(Happening.OBJECTION_RESOLVED, "scjg", "scjg"),
            tuple(Happening.SIGNED_OFF, "czjr", "czjr"));
  }

  @Test
  void aReturnedReportIsFiledAnew() {
    office.dispatch(NO_SUPPORT);
    ProcessInstance june = milestone("COMPLETION");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    assertThat(openTasks(june)).containsOnly("Activity_ReviewReport");

    office.complete(
        "duban", "Activity_ReviewReport", Map.of("decision", "RETURN", "opinion", "没有数字。"));

    assertThat(openTasks(june)).containsOnly("Activity_FileProgressReport");
    assertThat(jdbc.sql("select round from milestone").query(Integer.class).single()).isEqualTo(2);
  }

  @Test
  void aReturnedJointReportIsConsolidatedAnew() {
    office.dispatch(TWO_LEADS);
    ProcessInstance june = milestone("COMPLETION");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("xzsp", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("xzsp", "Activity_ConsolidateReport", Office.report("合并。", 100));
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));

    office.complete(
        "duban", "Activity_ReviewReport", Map.of("decision", "RETURN", "opinion", "数字不一致。"));

    assertThat(openTasks(june)).containsOnly("Activity_ConsolidateReport");
  }

  @Test
  void theHeadExplainsAndTheLeaderInstructsWhenADeadlineIsMissedForLong() {
    office.dispatch(NO_SUPPORT);
    office.moveTo("2021-07-05 08:30");

    office.complete(
        "scjg-head",
        "Activity_ExplainDelay",
        Map.of("explanation", "场地未落实。", "recoveryDate", "2021-07-20"));
    office.complete("leader", "Activity_GiveInstruction", Map.of("instruction", "本月内办结。"));

    assertThat(instance("escalation")).isNull();
    assertThat(openTasks(milestone("COMPLETION"))).containsOnly("Activity_FileProgressReport");
    assertThat(trail("COMPLETION"))
        .containsSubsequence(
            tuple(Happening.ESCALATED, "duban-system", null),
            tuple(Happening.DELAY_EXPLAINED, "scjg-head", "scjg"),
            tuple(Happening.INSTRUCTED, "leader", null));
  }

  @Test
  void anEscalationEndsByItselfWhenTheMilestoneIsMet() {
    office.dispatch(NO_SUPPORT);
    office.moveTo("2021-07-05 08:30");
    assertThat(instance("escalation")).isNotNull();

    office.complete("scjg", "Activity_FileProgressReport", Office.report("补办完毕。", 100));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));

    assertThat(instance("escalation")).isNull();
    assertThat(instance("milestone")).isNull();
    assertThat(kindsOf("scjg-head")).doesNotContain("Activity_ExplainDelay");
    assertThat(jdbc.sql("select state from escalation").query(String.class).list())
        .containsExactly("LIFTED", "LIFTED");
    assertThat(jdbc.sql("select count(*) from watch").query(Long.class).single()).isZero();
  }

  @Test
  void whoDidNotSignIsEscalatedAndNotTheLeadWhoReported() {
    office.dispatch(ONE_LEAD);
    office.complete("scjg", taskOf("scjg", milestone("STAGE")), Office.report("已办。", 100));
    office.complete("ga", "Activity_SignOff", Map.of("decision", "AGREE"));

    office.moveTo("2021-07-01 09:00");

    assertThat(
            jdbc.sql(
                    "select term || ' ' || array_to_string(recipients, ' ') from escalation order by id")
                .query(String.class)
                .list())
        .containsExactly("SIGN_OFF czjr-head", "MILESTONE czjr-head");
    assertThat(jdbc.sql("select distinct reason from escalation").query(String.class).single())
        .isEqualTo("配合部门尚未会签：财政金融局");
  }

  @Test
  void theOfficeItselfIsEscalatedWhenItDoesNotReview() {
    office.dispatch(NO_SUPPORT);
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));

    office.moveTo("2021-07-05 09:00");

    assertThat(
            jdbc.sql("select distinct unnest(responsible) from escalation")
                .query(String.class)
                .list())
        .containsExactly("supervising-office");
    assertThat(office.taskOf("duban-head", "Activity_ExplainDelay")).isNotNull();
  }

  @Test
  void handlersAreRemindedTenWorkingDaysBeforeAndHeadsThree() {
    office.dispatch(NO_SUPPORT);

    office.moveTo("2021-06-15 23:59");
    assertThat(told("REMINDER")).isEmpty();
    office.moveTo("2021-06-16 00:00");
    assertThat(told("REMINDER")).containsExactly("scjg");
    office.moveTo("2021-06-24 23:59");
    assertThat(told("WARNING")).isEmpty();
    office.moveTo("2021-06-25 00:00");
    assertThat(told("WARNING")).containsExactlyInAnyOrder("scjg", "scjg-head");
    assertThat(light()).isEqualTo("YELLOW");
    office.moveTo("2021-06-30 23:59");
    assertThat(light()).isEqualTo("YELLOW");
    office.moveTo("2021-07-01 00:00");
    assertThat(light()).isEqualTo("RED");
  }

  @Test
  void aMissingAcknowledgementIsRemindedOfOnTheThirdWorkingDayToldOnceItIsPastAndNeverEscalated() {
    office.dispatch(NO_SUPPORT);

    office.moveTo("2021-05-24 23:59");
    assertThat(told("ACKNOWLEDGE")).isEmpty();
    office.moveTo("2021-05-25 23:59");
    assertThat(told("ACKNOWLEDGE")).containsExactly("scjg");
    office.moveTo("2021-06-10 09:00");

    assertThat(told("ACKNOWLEDGE")).containsExactly("scjg", "scjg-head");
    assertThat(jdbc.sql("select count(*) from escalation").query(Long.class).single()).isZero();
  }

  @Test
  void aListSentOutAfterItsDeadlineClimbsFromTheFirstLevel() {
    office.openOn("2021-08-02 08:30");
    office.dispatch(NO_SUPPORT);

    office.moveTo("2021-08-02 23:59");
    assertThat(levels()).isEmpty();
    office.moveTo("2021-08-03 09:00");
    assertThat(levels()).containsExactly(1);
    office.moveTo("2021-08-05 09:00");
    assertThat(levels()).containsExactly(1, 2);
  }

  @Test
  void theOfficeClosesTheProjectOnceEverythingIsMet() {
    office.dispatch(NO_SUPPORT);
    ProcessInstance project = instance("project");
    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());
    meetTheMilestone();
    assertThat(openTasks(project)).containsOnly("Activity_CloseProject");

    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));

    process(project).isEnded();
    assertThat(jdbc.sql("select state from programme").query(String.class).single())
        .isEqualTo("CLOSED");
  }

  @Test
  void aProjectThatIsNotClosedGoesBackToItsLastMilestone() {
    office.dispatch(NO_SUPPORT);
    ProcessInstance project = instance("project");
    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());
    meetTheMilestone();

    office.complete(
        "duban", "Activity_CloseProject", Map.of("decision", "RETURN", "opinion", "补照片。"));
    process(project).isWaitingAt("Activity_ReworkMilestone");
    meetTheMilestone();
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));

    process(project).isEnded();
  }

  @Test
  void aLongTermProjectReportsEachQuarterUntilTheOfficeEndsIt() {
    office.dispatch(LONG_TERM);
    ProcessInstance project = instance("project");
    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());
    deliver();

    office.moveTo("2021-08-31 23:59");
    assertThat(periods()).isEmpty();
    office.moveTo("2021-09-01 08:30");
    assertThat(periods()).containsExactly("2021-09-20");
    deliver();
    office.moveTo("2021-12-01 08:30");
    assertThat(periods()).containsExactly("2021-09-20", "2021-12-20");
    process(project).isWaitingAt("Activity_EndRhythm");

    office.complete("duban", "Activity_EndRhythm", Map.of("decision", "END", "opinion", "转入日常工作。"));

    assertThat(openTasks(project)).containsOnly("Activity_CloseProject");
    assertThat(
            jdbc.sql("select state from milestone where due = '2021-12-20'")
                .query(String.class)
                .single())
        .isEqualTo("WITHDRAWN");
    assertThat(kindsOf("scjg")).isEmpty();
  }

  @Test
  void aMissedQuarterlyReportIsRedAndEscalated() {
    office.dispatch(LONG_TERM);
    deliver();

    office.moveTo("2021-09-21 09:00");

    assertThat(levels()).containsExactly(1);
    assertThat(
            jdbc.sql("select light from milestone_overview where due = '2021-09-20'")
                .query(String.class)
                .single())
        .isEqualTo("RED");
  }

  @ParameterizedTest
  @CsvSource({
    "'  ', 50, '{}', 不能为空",
    "已办。, 140, '{}', 0 到 100",
    "已办。, 一半, '{}', 整数",
    "已办。, 50, '{\"9\": 1}', 第 9 号量化指标",
    "已办。, 50, '{\"1\": \"五\"}', 应为数字",
    "已办。, 50, '[1]', JSON 对象"
  })
  void aBadReportIsRefusedAndTheTaskStaysAsItWas(
      String narrative, String percent, String actuals, String why) {
    office.dispatch(NO_SUPPORT);
    Task task = office.taskOf("scjg", "Activity_FileProgressReport");

    assertThatThrownBy(
            () ->
                office.complete(
                    "scjg",
                    task,
                    Map.of("narrative", narrative, "percent", percent, "actuals", actuals)))
        .hasRootCauseInstanceOf(InvalidSubmission.class)
        .rootCause()
        .hasMessageContaining(why);

    assertThat(office.taskOf("scjg", "Activity_FileProgressReport").getId())
        .isEqualTo(task.getId());
    assertThat(jdbc.sql("select count(*) from report").query(Long.class).single()).isZero();
    assertThat(runtime.createVariableInstanceQuery().variableName("narrative").list())
        .allSatisfy(variable -> assertThat(variable.getValue()).isNull());
  }

  @Test
  void anObjectionWithoutAReasonIsRefused() {
    office.dispatch(ONE_LEAD);
    office.complete("scjg", taskOf("scjg", milestone("STAGE")), Office.report("已办。", 100));

    assertThatThrownBy(
            () ->
                office.complete(
                    "czjr", "Activity_SignOff", Map.of("decision", "OBJECT", "opinion", " ")))
        .hasRootCauseInstanceOf(InvalidSubmission.class);

    assertThat(office.taskOf("czjr", "Activity_SignOff")).isNotNull();
  }

  @Test
  void aRecoveryDateInThePastIsRefused() {
    office.dispatch(NO_SUPPORT);
    office.moveTo("2021-07-05 08:30");

    assertThatThrownBy(
            () ->
                office.complete(
                    "scjg-head",
                    "Activity_ExplainDelay",
                    Map.of("explanation", "场地未落实。", "recoveryDate", "2021-07-01")))
        .hasRootCauseInstanceOf(InvalidSubmission.class);
  }

  @Test
  void aRevisionThatWithdrawsAMilestoneAndAddsALeadGoesOnWithTheRest() {
    Programme programme = office.dispatch(ONE_LEAD);
    ProcessInstance june = milestone("STAGE");

    office.revise(programme, list("2021年12月底前完成", "市场监督管理局、行政审批服务局", "财政金融局、公安分局"), "上级调整。");

    process(june).isEnded();
    office.complete("xzsp", "Activity_AcknowledgeNewAssignment", Map.of());
    assertThat(kindsOf("xzsp")).containsExactly("Activity_FileProgressReport");
    assertThat(kindsOf("scjg"))
        .containsExactlyInAnyOrder("Activity_AcknowledgeAssignment", "Activity_FileProgressReport");
  }

  @Test
  void aProjectThatARevisionLeavesOutEndsAtOnce() {
    Programme programme = office.dispatch(NO_SUPPORT);
    ProcessInstance project = instance("project");

    office.revise(programme, NO_SUPPORT.replace("一、保障食品药品安全", "二、修建农村公路"), "上级另行部署。");

    process(project).isEnded();
    assertThat(kindsOf("scjg"))
        .as("the tasks of the added project only")
        .containsExactlyInAnyOrder("Activity_AcknowledgeAssignment", "Activity_FileProgressReport");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void everyFlowNodeOfEveryProcessWasVisitedByTheStoriesAbove() {
    Set<String> drawn = new TreeSet<>();
    for (String key : List.of("project", "milestone", "escalation", "deadline-watch")) {
      String definition =
          engine
              .getRepositoryService()
              .createProcessDefinitionQuery()
              .processDefinitionKey(key)
              .latestVersion()
              .singleResult()
              .getId();
      engine
          .getRepositoryService()
          .getBpmnModelInstance(definition)
          .getModelElementsByType(FlowNode.class)
          .forEach(node -> drawn.add(key + "#" + node.getId()));
    }

    assertThat(visited).containsAll(drawn);
  }

  private List<String> openTasks(ProcessInstance instance) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .list()
        .stream()
        .map(Task::getTaskDefinitionKey)
        .toList();
  }

  private static ProcessInstanceAssert process(ProcessInstance instance) {
    return BpmnAwareTests.assertThat(instance);
  }

  private void meetTheMilestone() {
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
  }

  private void deliver() {
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
  }

  private ProcessInstance instance(String key) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(key).singleResult();
  }

  private ProcessInstance milestone(String kind) {
    return runtime.createProcessInstanceQuery().processDefinitionKey("milestone").list().stream()
        .filter(one -> one.getBusinessKey().contains("/" + kind + "/"))
        .findFirst()
        .orElseThrow();
  }

  private Task taskOf(String user, ProcessInstance instance) {
    return office.tasksOf(user).stream()
        .filter(task -> task.getProcessInstanceId().equals(instance.getId()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> kindsOf(String user) {
    return office.tasksOf(user).stream().map(Task::getTaskDefinitionKey).toList();
  }

  private List<String> told(String kind) {
    return jdbc.sql("select recipient from notification where kind = :kind")
        .param("kind", kind)
        .query(String.class)
        .list();
  }

  private String light() {
    return jdbc.sql("select light from milestone_overview").query(String.class).single();
  }

  private List<Integer> levels() {
    return jdbc.sql("select level from escalation order by level").query(Integer.class).list();
  }

  private List<String> periods() {
    return jdbc.sql("select due::text from milestone where rhythm_id is not null order by due")
        .query(String.class)
        .list();
  }

  private Collection<org.assertj.core.groups.Tuple> trail(String kind) {
    return jdbc.sql(
            """
            select t.what, t.who, t.on_behalf_of from trail t join milestone m on m.id = t.milestone_id
            where m.kind = :kind order by t.id
            """)
        .param("kind", kind)
        .query(
            (row, n) ->
                tuple(Happening.valueOf(row.getString(1)), row.getString(2), row.getString(3)))
        .list();
  }
}
