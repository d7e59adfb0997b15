package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.duban.DubanTest;
import org.duban.programme.OfficeActs;
import org.duban.programme.Programme;
import org.duban.programme.Role;
import org.duban.programme.Suspensions;
import org.duban.security.Caller;
import org.duban.workflow.custody.TaskSuccessors;
import org.duban.workflow.people.Groups;
import org.duban.workflow.task.OwnTasks;
import org.duban.workflow.task.TaskNotDone;
import org.duban.workflow.work.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever acts on a task that went to another department is told which one, whatever its kind. */
@DubanTest
class TaskHandedOverTest {

  private static final String[] EVERY_KIND = WorkItems.KINDS.keySet().toArray(String[]::new);
  private static final Map<String, Object> EXPLAINED =
      Map.of("explanation", "场地未落实。", "recoveryDate", "2021-07-30");

  @Autowired private Office office;
  @Autowired private OfficeActs acts;
  @Autowired private OwnTasks own;
  @Autowired private Suspensions suspensions;
  @Autowired private RepositoryService repository;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  private String project;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  private void dispatch(String leads) {
    Programme programme =
        office.dispatch(
            """
            济宁高新区2021年度重点民生项目清单

            一、保障食品药品安全。
            新建放心消费示范药店5家。
            完成时限:2021年6月底
            牵头部门:%s
            配合部门:财政金融局
            """
                .formatted(leads));
    project = programme.id() + ".1";
  }

  @Test
  void anAcknowledgement() {
    dispatch("市场监督管理局");
    Task task = office.taskOf("scjg", "Activity_AcknowledgeAssignment");
    acts.reassign(project, "scjg", "sw");

    saysWhoHasIt("scjg", task, "税务局");
  }

  @Test
  void anAcknowledgementOfOneThatJoinedAndALaterTakeover() {
    dispatch("市场监督管理局");
    acts.reassign(project, "scjg", "xzsp");
    Task task = office.taskOf("xzsp", "Activity_AcknowledgeNewAssignment");
    acts.reassign(project, "xzsp", "ga");
    saysWhoHasIt("xzsp", task, "公安分局");

    acts.reassign(project, "ga", "sw");
    saysWhoHasIt("xzsp", task, "税务局");
  }

  @Test
  void aReport() {
    dispatch("市场监督管理局");
    Task task = office.taskOf("scjg", "Activity_FileProgressReport");
    acts.reassign(project, "scjg", "sw");

    saysWhoHasIt("scjg", task, "税务局");
  }

  @Test
  void aReportForAllLeads() {
    dispatch("市场监督管理局、公安分局");
    office.complete("ga", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    Task task = office.taskOf("scjg", "Activity_ConsolidateReport");
    acts.reassign(project, "scjg", "sw");

    saysWhoHasIt("scjg", task, "税务局");
  }

  @Test
  void aSignOff() {
    dispatch("市场监督管理局");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    Task task = office.taskOf("czjr", "Activity_SignOff");
    acts.reassign(project, "czjr", "sw", Role.SUPPORT);

    saysWhoHasIt("czjr", task, "税务局");
  }

  @Test
  void anObjectionToResolve() {
    dispatch("市场监督管理局");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "OBJECT", "opinion", "数字不符。"));
    Task task = office.taskOf("scjg", "Activity_ResolveObjection");
    acts.reassign(project, "scjg", "sw");

    saysWhoHasIt("scjg", task, "税务局");
  }

  @Test
  void anExplanationWhoeverHasToGiveItInTheEnd() {
    dispatch("市场监督管理局");
    office.moveTo("2021-07-05 09:00");
    Task task = office.taskOf("scjg-head", "Activity_ExplainDelay");
    acts.reassign(project, "scjg", "xzsp");
    saysWhoHasIt("scjg-head", task, "行政审批服务局");

    Task next = office.taskOf("xzsp-head", "Activity_ExplainDelay");
    acts.reassign(project, "xzsp", "sw");
    saysWhoHasIt("scjg-head", task, "税务局");
    saysWhoHasIt("xzsp-head", next, "税务局");
  }

  @Test
  void whatADepartmentDidItselfWentToNobodyThoughItsPlaceDid() {
    dispatch("市场监督管理局");
    office.moveTo("2021-07-05 09:00");
    Task acknowledgement = office.taskOf("scjg", "Activity_AcknowledgeAssignment");
    Task explanation = office.taskOf("scjg-head", "Activity_ExplainDelay");
    office.complete("scjg", acknowledgement, Map.of());
    office.complete("scjg-head", explanation, EXPLAINED);
    acts.reassign(project, "scjg", "sw");

    assertThat(inExcel("scjg", acknowledgement)).isEqualTo("已经办结、已退回或已撤销，未处理。");
    assertThat(inExcel("scjg-head", explanation)).isEqualTo("已经办结、已退回或已撤销，未处理。");
    assertThat(inTasklist("scjg-head", explanation)).isEqualTo("这项任务已经办结,不能再次办理。");
  }

  @Test
  void whatIsStillThereIsNotCalledOver() {
    dispatch("市场监督管理局");
    office.moveTo("2021-07-05 09:00");
    Task explanation = office.taskOf("scjg-head", "Activity_ExplainDelay");
    Task report = office.taskOf("scjg", "Activity_FileProgressReport");

    assertThat(inExcel("scjg", explanation)).isEqualTo("这项任务须由本部门负责人办理，未处理。");
    suspensions.suspend(
        jdbc.sql("select id from milestone").query(String.class).single(), "场地未落实。", "duban");
    assertThat(inExcel("scjg", report)).isEqualTo("这项任务已中止办理，暂不能提交，未处理。");
    assertThat(inExcel("czjr", report)).isEqualTo("不是本部门的任务，未处理。");
  }

  @Test
  void everyTaskOfTheModelsIsKnownToGoToAnotherOrNever() {
    Set<String> unknown = new TreeSet<>();
    for (ProcessDefinition one : repository.createProcessDefinitionQuery().latestVersion().list()) {
      repository
          .getBpmnModelInstance(one.getId())
          .getModelElementsByType(UserTask.class)
          .forEach(task -> unknown.add(task.getId()));
    }
    assertThat(unknown).isNotEmpty();
    unknown.removeIf(TaskSuccessors::knows);

    assertThat(unknown).isEmpty();
  }

  private void saysWhoHasIt(String user, Task task, String department) {
    assertThat(inExcel(user, task)).isEqualTo("这项任务已改由" + department + "办理，未处理。");
    assertThat(inTasklist(user, task)).isEqualTo("这项任务已改由" + department + "办理,不能再办理。");
  }

  /** As a row of a workbook, and a sign-off on its page, is told. */
  private String inExcel(String user, Task task) {
    try {
      own.find(task.getId(), caller(user), EVERY_KIND);
    } catch (TaskNotDone e) {
      return e.getMessage();
    }
    throw new AssertionError(user + " has the task");
  }

  private static Caller caller(String user) {
    String department = user.replace("-head", "");
    return new Caller(
        user,
        user.equals(department)
            ? Set.of(Groups.department(department))
            : Set.of(Groups.department(department), Groups.headOf(department)));
  }

  private String inTasklist(String user, Task task) {
    return http.withBasicAuth(user, "demo")
        .postForObject("/engine-rest/task/" + task.getId() + "/complete", Map.of(), JsonNode.class)
        .get("message")
        .asText();
  }
}
