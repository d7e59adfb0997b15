package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.duban.DubanTest;
import org.duban.escalation.EscalationRaised;
import org.duban.escalation.Escalations;
import org.duban.programme.ActRefused;
import org.duban.programme.Merger;
import org.duban.programme.Programme;
import org.duban.programme.Suspension;
import org.duban.programme.Suspensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the supervising office decides while projects run. */
@DubanTest
class ActStoriesTest {

  private static final String WHY = "区政府常务会议议定。";
  private static final String ROAD = item("二", "修建农村公路", "2021年12月底", "城乡建设和交通局", "");

  @Autowired private Office office;
  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtime;
  @Autowired private Suspensions suspensions;
  @Autowired private Merger merger;
  @Autowired private Escalations escalations;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionTemplate transaction;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    BpmnAwareTests.init(engine);
    office.openOn("2021-05-20 08:30");
  }

  @AfterEach
  void everyDepartmentIsThereAgain() {
    merger.undo();
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
  void aWithdrawnProjectOwesNothingAnyMoreAndTheLastOneEndsItsProgramme() {
    Programme programme = office.dispatch(list(food("2021年6月底,长期坚持", "市场监督管理局", ""), ROAD));
    office.moveTo("2021-07-06 09:00");
    assertThat(kinds("scjg-head")).contains("Activity_ExplainDelay");
    ProcessInstance project = project(programme.id() + ".1");

    assertThat(status(act("projects/" + programme.id() + ".1/withdraw"))).isEqualTo(200);

    assertThat(project).isEnded();
    assertThat(kinds("scjg")).isEmpty();
    assertThat(kinds("scjg-head")).isEmpty();
    assertThat(strings("select distinct state from escalation")).containsExactly("LIFTED");
    assertThat(strings("select project_id from watch")).containsExactly(programme.id() + ".2");
    assertThat(
            strings("select distinct state from milestone where project_id like '%.1' order by 1"))
        .containsExactly("WITHDRAWN");
    assertThat(trail("PROJECT_WITHDRAWN")).singleElement().asString().contains("食品药品", WHY);
    assertThat(only("select state from programme")).isEqualTo("DISPATCHED");
    refused(act("projects/" + programme.id() + ".1/withdraw"), 409, "已经撤销");
    refused(act("projects/" + programme.id() + ".1/reopen"), 409, "请修订清单重新列入");
    assertThat(trail("PROJECT_WITHDRAWN")).hasSize(1);

    act("projects/" + programme.id() + ".2/withdraw");

    assertThat(only("select state from programme")).isEqualTo("CLOSED");
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("project").count())
        .isZero();
  }

  @Test
  void whatIsPromisedWhileTheMilestoneIsBeingSuspendedIsSuspendedWithIt() throws Exception {
    office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.moveTo("2021-07-06 09:00");
    long raised = Long.parseLong(only("select id from escalation order by id limit 1"));
    String path = "milestones/" + theMilestone() + "/suspend";

    CompletableFuture<Integer> suspending =
        transaction.execute(
            tx -> {
              escalations.explain(raised, "scjg", "场地未落实。", "2021-07-20", "scjg-head");
              var other = CompletableFuture.supplyAsync(() -> status(act(path)));
              while (!other.isDone() && count("pg_locks where not granted") == 0) {
                Thread.onSpinWait();
              }
              return other;
            });

    assertThat(suspending.get(60, TimeUnit.SECONDS)).isEqualTo(200);
    assertThat(strings("select term || ' ' || suspended from watch order by term"))
        .containsExactly("MILESTONE true", "RECOVERY true");
  }

  private int count(String of) {
    return jdbc.sql("select count(*) from " + of).query(Integer.class).single();
  }

  @Test
  void aSuspendedMilestoneIsWithdrawnWithItsProject() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.moveTo("2021-07-06 09:00");
    ProcessInstance milestone = milestone();
    act("milestones/" + theMilestone() + "/suspend");

    assertThat(status(act("projects/" + programme.id() + ".1/withdraw"))).isEqualTo(200);

    assertThat(milestone).isEnded();
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("escalation").count())
        .isZero();
    assertThat(strings("select id_ from act_ru_task")).isEmpty();
    assertThat(suspensions.of(theMilestone()).get(0).until())
        .isEqualTo(Office.at("2021-07-06 09:00"));
  }

  @Test
  void aReopenedProjectIsReportedAndClosedOnceMore() {
    Programme programme = office.dispatch(list(food("2021年6月底取得阶段性成效,12月底前完成", "市场监督管理局", "")));
    close();
    assertThat(only("select state from programme")).isEqualTo("CLOSED");
    String path = "projects/" + programme.id() + ".1/reopen";
    office.moveTo("2022-01-10 09:00");

    assertThat(act(path).getBody().get("state").asText()).isEqualTo("DISPATCHED");

    assertThat(only("select state from programme")).isEqualTo("DISPATCHED");
    ProcessInstance again = project(programme.id() + ".1");
    assertThat(again.getBusinessKey()).isEqualTo(programme.id() + "/1");
    assertThat(again).isWaitingAt("Activity_ReworkMilestone");
    assertThat(strings("select kind || ' ' || state || ' ' || round from milestone order by due"))
        .containsExactly("STAGE CLOSED 1", "COMPLETION REPORTING 2");
    assertThat(only("select due || ' ' || runs_from from watch"))
        .as("ten working days from the day it was opened again")
        .isEqualTo("2022-01-24 2022-01-10");
    assertThat(trail("PROJECT_REOPENED"))
        .singleElement()
        .asString()
        .contains("2021-12-31", "2022-01-24", WHY);
    refused(act(path), 409, "没有销号");

    office.complete("scjg", "Activity_FileProgressReport", Office.report("补办完毕。", 100));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    assertThat(again).isWaitingAt("Activity_CloseProject");
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    assertThat(again).isEnded();
    assertThat(only("select state from programme")).isEqualTo("CLOSED");
  }

  @Test
  void aReopenedProjectCanBeReassignedAndWithdrawnLikeAnyOther() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    close();
    act("projects/" + programme.id() + ".1/reopen");

    reassign("scjg", "xzsp");

    assertThat(kinds("xzsp"))
        .containsExactlyInAnyOrder(
            "Activity_AcknowledgeNewAssignment", "Activity_FileProgressReport");
    act("projects/" + programme.id() + ".1/withdraw");
    assertThat(kinds("xzsp")).isEmpty();
    assertThat(only("select state from project")).isEqualTo("WITHDRAWN");
  }

  @Test
  void aLeadThatHadNotAcknowledgedIsAskedAgainWhenTheProjectIsReopened() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已建成5家。", 100));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    reassign("scjg", "xzsp");
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    assertThat(kinds("xzsp")).isEmpty();

    act("projects/" + programme.id() + ".1/reopen");

    assertThat(kinds("xzsp"))
        .containsExactlyInAnyOrder(
            "Activity_AcknowledgeNewAssignment", "Activity_FileProgressReport");
  }

  @Test
  void aProjectWithNothingToGoBackToStaysClosed() {
    Programme programme = office.dispatch(list(food("长期坚持", "市场监督管理局", "")));
    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());
    office.complete("duban", "Activity_EndRhythm", Map.of("decision", "END"));
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));

    refused(act("projects/" + programme.id() + ".1/reopen"), 409, "请另立一项");
    refused(act("projects/" + programme.id() + ".1/withdraw"), 409, "已销号");

    assertThat(only("select state from project")).isEqualTo("CLOSED");
  }

  @Test
  void aSuspendedMilestoneWaitsForNobodyAndGoesOnWithTheDaysItHadLeft() {
    office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.moveTo("2021-06-07 09:00");
    Task signOff = office.taskOf("czjr", "Activity_SignOff");

    ResponseEntity<JsonNode> suspended = act("milestones/" + theMilestone() + "/suspend");

    assertThat(suspended.getBody().get("state").asText()).isEqualTo("SUSPENDED");
    assertThat(milestone()).isSuspended();
    assertThat(only("select array_to_string(waiting_for, ',') from milestone_overview")).isEmpty();
    assertThat(strings("select holder from holding where until is null")).containsExactly("czjr");
    assertThatThrownBy(() -> office.complete("czjr", signOff, Map.of("decision", "AGREE")))
        .isInstanceOf(SuspendedEntityInteractionException.class);
    ResponseEntity<JsonNode> completed =
        http.withBasicAuth("czjr", "demo")
            .postForEntity(
                "/engine-rest/task/" + signOff.getId() + "/complete",
                Map.of("variables", Map.of("decision", Map.of("value", "AGREE"))),
                JsonNode.class);
    assertThat(completed.getStatusCode().value()).isEqualTo(409);
    assertThat(completed.getBody().get("message").asText()).contains("已中止办理");
    refused(act("milestones/" + theMilestone() + "/suspend"), 409, "已经中止计时");

    office.moveTo("2021-06-18 09:00");
    ResponseEntity<JsonNode> resumed = act("milestones/" + theMilestone() + "/resume");

    assertThat(resumed.getBody().get("state").asText()).isEqualTo("SIGN_OFF");
    assertThat(resumed.getBody().get("due").asText()).isEqualTo("2021-07-12");
    assertThat(resumed.getBody().get("originalDue").asText()).isEqualTo("2021-06-30");
    assertThat(milestone()).isActive();
    assertThat(office.taskOf("czjr", "Activity_SignOff"))
        .satisfies(
            task -> {
              assertThat(task.getDueDate()).isEqualTo("2021-06-08T23:59:59");
              assertThat(task.getName()).endsWith("（2021-07-12 节点）");
            });
    assertThat(suspensions.of(theMilestone()))
        .containsExactly(
            new Suspension(
                Office.at("2021-06-07 09:00"), Office.at("2021-06-18 09:00"), WHY, "duban"));
    assertThat(trail("RESUMED"))
        .singleElement()
        .asString()
        .contains("8 个工作日", "2021-06-30", "2021-07-12", WHY);
    refused(act("milestones/" + theMilestone() + "/resume"), 409, "没有中止计时");
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    assertThat(only("select state from milestone")).isEqualTo("REVIEW");
  }

  @Test
  void theHeadsExplanationIsHaltedWithTheMilestone() {
    office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.moveTo("2021-07-06 09:00");
    Task explain = office.taskOf("scjg-head", "Activity_ExplainDelay");
    Map<String, Object> words = Map.of("explanation", "场地未落实。", "recoveryDate", "2021-07-30");

    act("milestones/" + theMilestone() + "/suspend");

    assertThatThrownBy(() -> office.complete("scjg-head", explain, words))
        .isInstanceOf(SuspendedEntityInteractionException.class);
    act("milestones/" + theMilestone() + "/resume");
    office.complete("scjg-head", explain, words);
    assertThat(kinds("scjg-head")).doesNotContain("Activity_ExplainDelay");
  }

  @Test
  void anEscalationThatWasUnderWayIsHaltedTooAndHoldsNobodyElseUp() {
    office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    office.moveTo("2021-07-01 09:00");
    act("milestones/" + theMilestone() + "/suspend");
    long escalation = Long.parseLong(only("select id::text from escalation where level = 1"));

    transaction.executeWithoutResult(
        tx -> events.publishEvent(new EscalationRaised(escalation, theMilestone())));

    assertThat(milestone()).isSuspended();
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("escalation").list())
        .isNotEmpty()
        .allMatch(ProcessInstance::isSuspended);
  }

  @Test
  void whatIsClosedOrNotSentOutCannotBeSuspended() {
    Programme programme = office.register(list(food("2021年6月底", "市场监督管理局", "")));
    refused(act("milestones/" + theMilestone() + "/suspend"), 409, "尚未交办");

    office.send(programme);
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));

    refused(act("milestones/" + theMilestone() + "/suspend"), 409, "已办结");
    assertThat(suspensions.of(theMilestone())).isEmpty();
  }

  @Test
  void aRevisionLeavesASuspendedProjectAloneUntilItIsResumed() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", ""), ROAD));
    String suspended = only("select id from milestone where project_id like '%.1'");
    office.moveTo("2021-06-07 09:00");
    act("milestones/" + suspended + "/suspend");

    assertThatThrownBy(
            () -> office.revise(programme, list(food("2021年7月底", "市场监督管理局", ""), ROAD), WHY))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("食品药品");
    office.revise(
        programme,
        list(food("2021年6月底", "市场监督管理局", ""), ROAD.replace("2021年12月底", "2021年11月底")),
        WHY);

    office.moveTo("2021-06-18 09:00");
    act("milestones/" + suspended + "/resume");
    office.revise(
        programme,
        list(food("2021年6月底", "市场监督管理局", ""), ROAD.replace("2021年12月底", "2021年10月底")),
        WHY);
    assertThat(strings("select due::text from milestone order by due"))
        .as("the list's own day doesn't take the added time away")
        .containsExactly("2021-07-12", "2021-10-31");
  }

  @Test
  void aSuspendedRhythmOpensNoPeriodAndGoesOnFromTheDayItIsResumed() {
    office.dispatch(list(food("2021年5月底取得阶段性成效,长期坚持", "市场监督管理局", "")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    String rhythm = only("select id from milestone where kind = 'ONGOING'");
    office.moveTo("2021-06-07 09:00");
    String june = only("select id from milestone where rhythm_id is not null");
    assertThat(kinds("scjg")).contains("Activity_FileProgressReport");

    assertThat(status(act("milestones/" + rhythm + "/suspend"))).isEqualTo(200);

    assertThat(milestone()).isSuspended();
    assertThat(only("select state from milestone where rhythm_id is not null"))
        .isEqualTo("SUSPENDED");
    refused(act("milestones/" + june + "/resume"), 409, "随长期坚持");
    office.moveTo("2021-06-09 09:00");
    act("milestones/" + rhythm + "/resume");
    assertThat(
            only(
                "select due || ' ' || original_due || ' ' || state from milestone where id = :id",
                june))
        .isEqualTo("2021-06-22 2021-06-20 REPORTING");
    assertThat(only("select next_period_due::text from milestone where id = :id", rhythm))
        .as("June's report was asked for already")
        .isEqualTo("2021-09-20");

    act("milestones/" + rhythm + "/suspend");
    office.complete("duban", "Activity_EndRhythm", Map.of("decision", "END"));

    assertThat(strings("select distinct state from milestone where rhythm_id is not null"))
        .containsExactly("WITHDRAWN");
    assertThat(strings("select id::text from suspension where until is null")).isEmpty();
    assertThat(kinds("scjg")).doesNotContain("Activity_FileProgressReport");
  }

  @Test
  void noPeriodOpensWhileTheRhythmIsSuspended() {
    office.dispatch(list(food("2021年6月底取得阶段性成效,长期坚持", "市场监督管理局", "")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    String rhythm = only("select id from milestone where kind = 'ONGOING'");
    act("milestones/" + rhythm + "/suspend");

    office.moveTo("2021-10-11 09:00");
    assertThat(strings("select id from milestone where rhythm_id is not null")).isEmpty();
    act("milestones/" + rhythm + "/resume");

    assertThat(only("select next_period_due::text from milestone where id = :id", rhythm))
        .isEqualTo("2021-12-20");
    office.moveTo("2021-12-02 09:00");
    assertThat(kinds("scjg")).contains("Activity_FileProgressReport");
  }

  @Test
  void aReassignedLeadHandsItsOpenTasksOverAndWhatItFiledStaysItsOwn() {
    office.dispatch(list(food("2021年6月底取得阶段性成效,12月底前完成", "市场监督管理局、公安分局", "财政金融局")));
    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());
    office.complete("scjg", office.tasksOf("scjg").get(0), Office.report("六月节点本局已办。", 100));

    ResponseEntity<JsonNode> done = reassign("scjg", "xzsp");

    assertThat(done.getBody().get("leads"))
        .extracting(JsonNode::asText)
        .containsExactly("xzsp", "ga");
    assertThat(kinds("scjg")).isEmpty();
    assertThat(kinds("xzsp"))
        .contains("Activity_AcknowledgeNewAssignment", "Activity_FileProgressReport");
    assertThat(only("select department_code from report")).isEqualTo("scjg");
    assertThat(trail("REASSIGNED")).singleElement().asString().contains("市场监督管理局", "行政审批服务局", WHY);
    refused(reassign("scjg", "xzsp"), 409, "市场监督管理局不是本事项的责任单位");
    refused(reassign("ga", "xzsp"), 409, "已经是本事项的牵头单位");
    assertThat(trail("REASSIGNED")).hasSize(1);
    office.complete("xzsp", "Activity_AcknowledgeNewAssignment", Map.of());
  }

  @Test
  void aSupportIsReassignedWhileTheMilestoneIsSuspended() {
    office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局、公安分局")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    office.complete("ga", "Activity_SignOff", Map.of("decision", "AGREE"));
    act("milestones/" + theMilestone() + "/suspend");

    reassign("czjr", "sw");

    assertThat(milestone()).isSuspended();
    assertThat(only("select state from milestone")).isEqualTo("SUSPENDED");
    Task signOff = office.taskOf("sw", "Activity_SignOff");
    assertThatThrownBy(() -> office.complete("sw", signOff, Map.of("decision", "AGREE")))
        .isInstanceOf(SuspendedEntityInteractionException.class);
    act("milestones/" + theMilestone() + "/resume");
    office.complete("sw", "Activity_SignOff", Map.of("decision", "AGREE"));
    assertThat(only("select state from milestone")).isEqualTo("REVIEW");
  }

  @Test
  void whoLeadsIsNotGivenTheSignatureUnderItsOwnReport() {
    office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));

    refused(reassign("czjr", "scjg"), 409, "不能会签自己的反馈");

    assertThat(only("select state from milestone")).isEqualTo("SIGN_OFF");
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
  }

  @Test
  void whereADepartmentLeadsAndSupportsTheOfficeSaysWhichIsMeant() {
    office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局、公安分局")));
    reassign("scjg", "czjr");

    refused(reassign("czjr", "xzsp"), 400, "既牵头又配合");
    Map<String, String> body =
        Map.of("from", "czjr", "to", "xzsp", "role", "SUPPORT", "reason", WHY);
    assertThat(status(post("duban", "milestones/" + theMilestone() + "/reassign", body)))
        .isEqualTo(200);

    assertThat(
            strings(
                "select department_code || ' ' || role || ' ' || signs_off from assignment order by role, position"))
        .containsExactly("czjr LEAD false", "xzsp SUPPORT true", "ga SUPPORT true");
  }

  @Test
  void whoSignsWhileTheOfficeSuspendsHasSignedOrHasNot() throws Exception {
    office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局")));
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));
    Task signOff = office.taskOf("czjr", "Activity_SignOff");
    String path = "milestones/" + theMilestone() + "/suspend";
    CyclicBarrier together = new CyclicBarrier(2);
    CompletableFuture<Boolean> signing =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                together.await();
                office.complete("czjr", signOff, Map.of("decision", "AGREE"));
                return true;
              } catch (SuspendedEntityInteractionException halted) {
                return false;
              } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
              }
            });
    together.await();
    assertThat(status(act(path))).isEqualTo(200);

    boolean signed = signing.get(60, TimeUnit.SECONDS);

    assertThat(milestone()).isSuspended();
    assertThat(only("select state from milestone")).isEqualTo("SUSPENDED");
    assertThat(strings("select department_code from sign_off")).hasSize(signed ? 1 : 0);
    assertThat(only("select state_before from suspension"))
        .isEqualTo(signed ? "REVIEW" : "SIGN_OFF");
  }

  @Test
  void onlyADepartmentThatCanWorkTakesAnothersPlace() {
    office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));

    refused(reassign("scjg", "nobody"), 422, "没有代码为 nobody");
    refused(reassign("scjg", collective()), 422, "集合单位");
    refused(reassign("scjg", " "), 400, "接办单位");
    refused(
        post(
            "duban",
            "milestones/" + theMilestone() + "/reassign",
            Map.of("from", "scjg", "to", "xzsp", "role", "BOSS", "reason", WHY)),
        400,
        "LEAD 或 SUPPORT");
    refused(
        post(
            "duban",
            "milestones/" + theMilestone() + "/reassign",
            Map.of("from", "scjg", "to", "xzsp", "role", "SUPPORT", "reason", WHY)),
        409,
        "不是本事项的配合单位");
    assertThat(strings("select department_code from assignment")).containsExactly("scjg");
  }

  @Test
  void whatAMergedDepartmentHoldsGoesToItsSuccessorTheMorningAfter() throws Exception {
    String other = item("二", "修建农村公路", "2021年12月底", "财政金融局", "税务局");
    Programme programme = office.dispatch(list(food("2021年12月底", "市场监督管理局", "财政金融局、税务局"), other));
    merger.end("czjr", "validTo: 2021-06-30\nsuccessor: sw\n");

    office.moveTo("2021-06-30 23:00");
    assertThat(kinds("czjr")).contains("Activity_FileProgressReport");
    office.moveTo("2021-07-01 00:30");

    assertThat(kinds("czjr")).isEmpty();
    assertThat(kinds("sw"))
        .containsExactlyInAnyOrder(
            "Activity_AcknowledgeNewAssignment", "Activity_FileProgressReport");
    assertThat(
            strings(
                "select p.ordinal || ' ' || a.department_code || ' ' || a.role || ' ' || a.signs_off from assignment a"
                    + " join project p on p.id = a.project_id order by p.ordinal, a.role, a.position"))
        .as("in the first project it had that part already, in the second it leads now")
        .containsExactly(
            "1 scjg LEAD false", "1 sw SUPPORT true", "2 sw LEAD false", "2 sw SUPPORT false");
    assertThat(trail("REASSIGNED"))
        .hasSize(2)
        .allSatisfy(told -> assertThat(told).contains("机构调整：财政金融局 的职责由 税务局 承接"));
    assertThat(strings("select distinct who from trail where what = 'REASSIGNED'"))
        .containsExactly("duban-system");
    office.moveTo("2021-07-01 09:00");
    assertThat(trail("REASSIGNED")).hasSize(2);
    assertThat(
            office
                .revise(programme, list(food("2021年12月底", "市场监督管理局", "财政金融局、税务局"), other), WHY)
                .changed())
        .as("the list still prints the old name")
        .isFalse();
  }

  @Test
  void oneProjectThatCannotBeHandedOverStopsNoOther() throws Exception {
    office.dispatch(
        list(food("2021年12月底", "财政金融局", ""), item("二", "修建农村公路", "2021年12月底", "财政金融局", "")));
    String first = only("select id from project where ordinal = 1");
    runtime.suspendProcessInstanceById(project(first).getId());
    merger.end("czjr", "validTo: 2021-06-30\nsuccessor: sw\n");

    office.moveTo("2021-07-01 00:30");

    assertThat(strings("select department_code from assignment order by project_id"))
        .containsExactly("czjr", "sw");
    assertThat(trail("REASSIGNED")).hasSize(1);
    runtime.activateProcessInstanceById(project(first).getId());
    office.moveTo("2021-07-01 09:00");
    assertThat(strings("select department_code from assignment")).containsExactly("sw", "sw");
  }

  @Test
  void theOfficeIsToldOnceOfADepartmentThatLeftItsWorkToNobody() throws Exception {
    office.dispatch(list(food("2021年12月底", "财政金融局", "")));
    merger.end("czjr", "validTo: 2021-06-30\n");

    office.moveTo("2021-07-02 09:00");

    assertThat(trail("SUCCESSOR_MISSING"))
        .singleElement()
        .asString()
        .contains("财政金融局", "2021-06-30");
    assertThat(kinds("czjr")).contains("Activity_FileProgressReport");
  }

  @Test
  void nothingIsHalfDoneWhereTheProcessCannotBeChanged() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    runtime.suspendProcessInstanceById(project(programme.id() + ".1").getId());
    List<String> before = strings("select what from trail order by id");

    refused(act("projects/" + programme.id() + ".1/withdraw"), 409, "管理员");
    refused(reassign("scjg", "xzsp"), 409, "管理员");

    assertThat(only("select state from project")).isEqualTo("DISPATCHED");
    assertThat(only("select state from milestone")).isEqualTo("REPORTING");
    assertThat(strings("select milestone_id from watch")).hasSize(1);
    assertThat(strings("select department_code from assignment")).containsExactly("scjg");
    assertThat(strings("select what from trail order by id")).isEqualTo(before);
  }

  @Test
  void theOfficeAloneDecidesAndWithAReason() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "")));
    List<String> paths =
        List.of(
            "projects/" + programme.id() + ".1/withdraw",
            "projects/" + programme.id() + ".1/reopen",
            "milestones/" + theMilestone() + "/suspend",
            "milestones/" + theMilestone() + "/resume",
            "milestones/" + theMilestone() + "/reassign");
    for (String path : paths) {
      Map<String, String> body = Map.of("reason", WHY, "from", "scjg", "to", "xzsp");
      assertThat(status(post("scjg", path, body))).as(path).isEqualTo(403);
      assertThat(status(post("scjg-head", path, body))).as(path).isEqualTo(403);
      assertThat(status(post("leader", path, body))).as(path).isEqualTo(403);
      assertThat(status(post("czjr", path, body))).as(path).isEqualTo(404);
      assertThat(status(post("auditor", path, body))).as(path).isEqualTo(403);
      refused(post("duban", path, Map.of("reason", " ", "from", "scjg", "to", "xzsp")), 400, "原因");
      refused(post("duban", path, Map.of()), 400, "原因");
    }
    assertThat(status(act("projects/none/withdraw"))).isEqualTo(404);
    assertThat(status(act("milestones/none/suspend"))).isEqualTo(404);
    assertThat(only("select state from milestone")).isEqualTo("REPORTING");
    assertThat(strings("select department_code from assignment")).containsExactly("scjg");
  }

  private void close() {
    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());
    for (Task report : office.tasksOf("scjg")) {
      office.complete("scjg", report, Office.report("已办。", 100));
      office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    }
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
  }

  private static String collective() {
    return "gjd";
  }

  private ResponseEntity<JsonNode> act(String path) {
    return post("duban", path, Map.of("reason", WHY));
  }

  private ResponseEntity<JsonNode> reassign(String from, String to) {
    String milestone = strings("select id from milestone order by due").get(0);
    return post(
        "duban",
        "milestones/" + milestone + "/reassign",
        Map.of("from", from, "to", to, "reason", WHY));
  }

  private ResponseEntity<JsonNode> post(String user, String path, Map<String, String> body) {
    return http.withBasicAuth(user, "demo").postForEntity("/api/v1/" + path, body, JsonNode.class);
  }

  private static int status(ResponseEntity<JsonNode> answer) {
    return answer.getStatusCode().value();
  }

  private static void refused(ResponseEntity<JsonNode> answer, int status, String why) {
    assertThat(status(answer)).isEqualTo(status);
    assertThat(answer.getBody().get("detail").asText()).contains(why);
  }

  private ProcessInstance project(String id) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("project")
        .variableValueEquals("projectId", id)
        .singleResult();
  }

  private ProcessInstance milestone() {
    return runtime.createProcessInstanceQuery().processDefinitionKey("milestone").singleResult();
  }

  private String theMilestone() {
    return only("select id from milestone");
  }

  private List<String> kinds(String user) {
    return office.tasksOf(user).stream().map(Task::getTaskDefinitionKey).toList();
  }

  private List<String> trail(String what) {
    return strings("select detail from trail where what = '" + what + "'");
  }

  private String only(String sql) {
    List<String> found = strings(sql);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private String only(String sql, String id) {
    return jdbc.sql(sql).param("id", id).query(String.class).single();
  }

  private List<String> strings(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
