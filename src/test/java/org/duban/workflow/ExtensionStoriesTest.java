package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lead's head asks for more time, and everything that may become of it. */
@DubanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExtensionStoriesTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:2021年6月底

      牵头部门:市场监督管理局
      """;
  private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");
  private static final Map<String, Object> REFUSE =
      Map.of("decision", "REFUSE", "opinion", "理由不充分。");

  @Autowired private Office office;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  private final Set<String> visited = new HashSet<>();
  private Programme programme;

  @BeforeEach
  void dispatch() {
    office.openOn("2021-05-20 08:30");
    programme = office.dispatch(LIST);
  }

  @AfterEach
  void rememberWhatWasVisited() {
    visited.addAll(
        jdbc.sql("select distinct act_id_ from act_hi_actinst where proc_def_key_ = 'extension'")
            .query(String.class)
            .list());
  }

  @Test
  void anApprovedExtensionMovesTheDateTheNextRungAndTheTasks() {
    office.moveTo("2021-06-28 09:00");
    assertThat(milestone("light")).isEqualTo("YELLOW");
    ask("2021-07-30");

    assertThat(waitingFor()).containsExactlyInAnyOrder("scjg", "supervising-office");
    assertThat(milestone("state")).isEqualTo("REPORTING");
    office.complete("duban", "Activity_EndorseExtension", APPROVE);
    assertThat(waitingFor()).containsExactlyInAnyOrder("scjg", "leader");
    assertThat(milestone("due")).as("nothing moves before the leader said so").contains("06-30");
    office.complete("leader", "Activity_DecideExtension", APPROVE);

    assertThat(milestone("due")).isEqualTo("2021-07-30");
    assertThat(milestone("original_due")).isEqualTo("2021-06-30");
    assertThat(milestone("light")).isEqualTo("GREEN");
    assertThat(waitingFor()).containsExactly("scjg");
    Task report = office.taskOf("scjg", "Activity_FileProgressReport");
    assertThat(report.getName()).contains("（2021-07-30）");
    assertThat(report.getDueDate()).isEqualTo(Office.at("2021-07-30 23:59:59"));
    office.moveTo("2021-07-15 23:59");
    assertThat(told("REMINDER")).as("of the old date only").hasSize(1);
    assertThat(levels()).isEmpty();
    office.moveTo("2021-07-16 00:00");
    assertThat(told("REMINDER")).containsExactly("scjg", "scjg");
    office.moveTo("2021-07-30 23:59");
    assertThat(levels()).isEmpty();
    office.moveTo("2021-07-31 00:00");
    assertThat(levels()).containsExactly(1);
    assertThat(row().get("daysOverdue").asInt()).isEqualTo(1);
    assertThat(row().get("daysPastOriginal").asInt()).isEqualTo(31);
    assertThat(trail())
        .containsSubsequence(
            tuple(Happening.EXTENSION_REQUESTED, "scjg-head", "scjg"),
            tuple(Happening.EXTENSION_ENDORSED, "duban", null),
            tuple(Happening.EXTENSION_APPROVED, "leader", null));
  }

  @Test
  void anExtensionThatTheOfficeRefusesNeverReachesTheLeader() {
    ask("2021-07-30");

    office.complete("duban", "Activity_EndorseExtension", REFUSE);

    assertThat(state()).isEqualTo("REFUSED");
    assertThat(kindsOf("leader")).doesNotContain("Activity_DecideExtension");
    assertThat(waitingFor()).containsExactly("scjg");
    assertThat(news()).singleElement().asString().contains("督查室核签未同意：理由不充分。");
    office.moveTo("2021-07-01 09:00");
    assertThat(levels()).containsExactly(1);
  }

  @Test
  void anExtensionThatTheLeaderRefusesChangesNothingAndMayBeAskedForAgain() {
    ask("2021-07-30");
    office.complete("duban", "Activity_EndorseExtension", APPROVE);

    office.complete("leader", "Activity_DecideExtension", REFUSE);

    assertThat(state()).isEqualTo("REFUSED");
    assertThat(milestone("due")).isEqualTo("2021-06-30");
    assertThat(news()).singleElement().asString().contains("领导审批未同意：理由不充分。");
    ask("2021-07-20");
    assertThat(kindsOf("duban")).contains("Activity_EndorseExtension");
  }

  @Test
  void theHeadIsToldOfAnApproval() {
    ask("2021-07-30");
    office.complete("duban", "Activity_EndorseExtension", APPROVE);
    office.complete("leader", "Activity_DecideExtension", APPROVE);

    assertThat(told("EXTENSION")).containsExactly("scjg-head");
    assertThat(news()).singleElement().asString().contains("由 2021-06-30 延至 2021-07-30");
  }

  @Test
  void aRefusalNeedsItsReason() {
    ask("2021-07-30");

    assertThatThrownBy(
            () ->
                office.complete(
                    "duban",
                    "Activity_EndorseExtension",
                    Map.of("decision", "REFUSE", "opinion", " ")))
        .hasRootCauseInstanceOf(InvalidSubmission.class);

    assertThat(kindsOf("duban")).contains("Activity_EndorseExtension");
    assertThat(state()).isEqualTo("PENDING_ENDORSEMENT");
  }

  @Test
  void theLadderGoesOnWhileNobodyDecidesAndTheLeaderExplainsToNobody() {
    ask("2021-07-30");
    office.complete("duban", "Activity_EndorseExtension", APPROVE);

    office.moveTo("2021-07-05 09:00");

    assertThat(levels()).containsExactly(1, 2);
    assertThat(
            jdbc.sql("select distinct unnest(responsible) from escalation")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("scjg", "leader");
    assertThat(jdbc.sql("select reason from escalation limit 1").query(String.class).single())
        .contains("领导尚未审批延期");
    assertThat(kindsOf("leader")).contains("Activity_DecideExtension", "Activity_GiveInstruction");
    assertThat(kindsOf("leader"))
        .as("of all the tasks, which a leader may see")
        .containsOnlyOnce("Activity_ExplainDelay");
    assertThat(kindsOf("scjg-head")).contains("Activity_ExplainDelay");
  }

  @Test
  void anApprovalThatComesLateLiftsTheEscalationsRaisedMeanwhile() {
    office.moveTo("2021-06-30 23:00");
    ask("2021-07-30");
    office.moveTo("2021-07-05 09:00");
    office.complete("duban", "Activity_EndorseExtension", APPROVE);
    assertThat(levels()).containsExactly(1, 2);

    office.complete("leader", "Activity_DecideExtension", APPROVE);

    assertThat(milestone("due")).isEqualTo("2021-07-30");
    assertThat(milestone("light")).isEqualTo("GREEN");
    assertThat(jdbc.sql("select distinct state from escalation").query(String.class).list())
        .containsExactly("LIFTED");
    assertThat(instances("escalation")).isZero();
    assertThat(kindsOf("scjg-head")).doesNotContain("Activity_ExplainDelay");
    office.moveTo("2021-07-30 23:59");
    assertThat(levels()).containsExactly(1, 2);
    office.moveTo("2021-07-31 09:00");
    assertThat(levels()).as("the new day's own first level").containsExactly(1, 1, 2);
  }

  @Test
  void aSecondExtensionGoesOnFromTheFirst() {
    ask("2021-07-30");
    approve();
    office.moveTo("2021-07-30 23:00");
    ask("2021-08-31");
    approve();

    assertThat(milestone("due")).isEqualTo("2021-08-31");
    assertThat(milestone("original_due")).isEqualTo("2021-06-30");
    assertThat(
            jdbc.sql("select due || ' ' || new_due from extension_request order by id")
                .query(String.class)
                .list())
        .containsExactly("2021-06-30 2021-07-30", "2021-07-30 2021-08-31");
  }

  @Test
  void aRequestLapsesWhenTheMilestoneIsMetMeanwhile() {
    office.moveTo("2021-06-29 09:00");
    ask("2021-07-30");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 100));

    office.moveTo("2021-07-02 09:00");
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));

    assertThat(state()).isEqualTo("LAPSED");
    assertThat(instances("extension")).isZero();
    assertThat(kindsOf("duban")).doesNotContain("Activity_EndorseExtension");
    assertThat(waitingFor()).isEmpty();
    assertThat(row().get("daysOverdue").asInt()).isZero();
    assertThat(row().get("daysPastOriginal").asInt()).as("closed two days late").isEqualTo(2);
    assertThat(trail()).contains(tuple(Happening.EXTENSION_LAPSED, "duban-system", null));
  }

  @Test
  void aRequestLapsesWhenARevisionWithdrawsTheMilestone() {
    ask("2021-07-30");
    office.complete("duban", "Activity_EndorseExtension", APPROVE);

    office.revise(programme, LIST.replace("一、保障食品药品安全", "二、修建农村公路"), "上级另行部署。");

    assertThat(state()).isEqualTo("LAPSED");
    assertThat(instances("extension")).isZero();
    assertThat(kindsOf("leader")).doesNotContain("Activity_DecideExtension");
  }

  @Test
  void aDateThatARevisionAlreadyMovedFurtherIsNotMovedBack() {
    ask("2021-07-30");
    office.complete("duban", "Activity_EndorseExtension", APPROVE);
    office.revise(programme, LIST.replace("2021年6月底", "2021年8月底"), "上级调整。");
    assertThat(office.taskOf("leader", "Activity_DecideExtension").getName())
        .contains("（2021-08-31 节点）");

    assertThatThrownBy(() -> office.complete("leader", "Activity_DecideExtension", APPROVE))
        .rootCause()
        .isInstanceOf(InvalidSubmission.class)
        .hasMessageContaining("2021-08-31");
    office.complete("leader", "Activity_DecideExtension", REFUSE);

    assertThat(milestone("due")).isEqualTo("2021-08-31");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ask endorse decide suspend resume",
        "ask endorse suspend resume decide",
        "ask suspend resume endorse decide"
      })
  void askingForMoreTimeAndSuspendingGiveTheSameDayInAnyOrder(String acts) {
    for (String act : acts.split(" ")) {
      switch (act) {
        case "ask" -> ask("2021-08-06");
        case "endorse" -> office.complete("duban", "Activity_EndorseExtension", APPROVE);
        case "decide" -> office.complete("leader", "Activity_DecideExtension", APPROVE);
        case "suspend" -> {
          office.moveTo("2021-06-07 09:00");
          office("suspend");
        }
        default -> {
          office.moveTo("2021-06-21 09:00");
          office("resume");
        }
      }
    }

    assertThat(milestone("due")).as("nine working days after 6 August").isEqualTo("2021-08-19");
    assertThat(milestone("original_due")).isEqualTo("2021-06-30");
    assertThat(only("select due::text from watch")).isEqualTo("2021-08-19");
    assertThat(only("select asked_due::text from extension_request")).isEqualTo("2021-08-06");
    assertThat(told("EXTENSION")).containsExactly("scjg-head");
    assertThat(levels()).isEmpty();
  }

  @Test
  void nothingIsAskedAndNothingDecidedWhileTheClockIsStopped() {
    ask("2021-08-06");
    office("suspend");

    refused("duban", "Activity_EndorseExtension", "APPROVE");
    refused("duban", "Activity_EndorseExtension", "REFUSE");
    assertThat(state()).isEqualTo("PENDING_ENDORSEMENT");
    office("resume");
    office.complete("duban", "Activity_EndorseExtension", APPROVE);
    office("suspend");
    refused("leader", "Activity_DecideExtension", "APPROVE");
    refused("leader", "Activity_DecideExtension", "REFUSE");
    assertThat(state()).isEqualTo("PENDING_DECISION");
    office("resume");
    office.complete("leader", "Activity_DecideExtension", REFUSE);

    office("suspend");
    assertThat(request("2021-08-20").getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(request("2021-08-20").getBody().get("detail").asText()).contains("已中止计时", "恢复计时后");
  }

  @Test
  void aRequestThatWaitedThroughTwoSuspensionsShowsWhatWasAskedAndWhatItCountsAs() {
    ask("2021-08-06");
    office.moveTo("2021-06-07 09:00");
    office("suspend");
    office.moveTo("2021-06-09 09:00");
    office("resume");
    office.moveTo("2021-06-10 09:00");
    office("suspend");
    office.moveTo("2021-06-11 09:00");
    office("resume");

    JsonNode shown =
        http.withBasicAuth("leader", "demo")
            .getForObject(
                "/api/v1/milestones/" + milestone("id") + "/extension-requests", JsonNode.class)
            .get(0);

    assertThat(shown.get("askedDue").asText()).isEqualTo("2021-08-06");
    assertThat(shown.get("newDue").asText()).isEqualTo("2021-08-11");
    assertThat(
            jdbc.sql("select detail from trail where what = 'EXTENSION_SHIFTED' order by id")
                .query(String.class)
                .list())
        .containsExactly(
            "申请延至 2021-08-06，因中止计时顺延为 2021-08-10", "申请延至 2021-08-06，因中止计时顺延为 2021-08-11");
    approve();
    assertThat(news()).singleElement().asString().contains("由 2021-07-05 延至 2021-08-11");
  }

  @Test
  void aRequestLapsesWhenTheProjectIsWithdrawnWhileTheClockIsStopped() {
    ask("2021-08-06");
    office("suspend");

    http.withBasicAuth("duban", "demo")
        .postForEntity(
            "/api/v1/projects/" + programme.id() + ".1/withdraw",
            Map.of("reason", "另行部署。"),
            JsonNode.class);

    assertThat(state()).isEqualTo("LAPSED");
    assertThat(instances("extension")).isZero();
    assertThat(office.tasksOf("duban")).isEmpty();
  }

  @Test
  void aRequestThatARevisionOvertakesIsOvertakenStillAfterASuspension() {
    ask("2021-07-30");
    office.revise(programme, LIST.replace("2021年6月底", "2021年8月底"), "上级调整。");
    office.moveTo("2021-06-07 09:00");
    office("suspend");
    office.moveTo("2021-06-09 09:00");
    office("resume");

    assertThat(milestone("due")).isEqualTo("2021-09-02");
    assertThatThrownBy(() -> office.complete("duban", "Activity_EndorseExtension", APPROVE))
        .rootCause()
        .isInstanceOf(InvalidSubmission.class)
        .hasMessageContaining("2021-09-02");
    office.complete("duban", "Activity_EndorseExtension", REFUSE);
    assertThat(milestone("due")).isEqualTo("2021-09-02");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void everyFlowNodeWasVisitedByTheStoriesAbove() {
    Set<String> drawn = new TreeSet<>();
    repository
        .getBpmnModelInstance(
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("extension")
                .latestVersion()
                .singleResult()
                .getId())
        .getModelElementsByType(FlowNode.class)
        .forEach(node -> drawn.add(node.getId()));

    assertThat(visited).containsAll(drawn);
  }

  private void ask(String newDue) {
    assertThat(request(newDue).getStatusCode()).isEqualTo(HttpStatus.CREATED);
  }

  private ResponseEntity<JsonNode> request(String newDue) {
    return http.withBasicAuth("scjg-head", "demo")
        .postForEntity(
            "/api/v1/milestones/" + milestone("id") + "/extension-requests",
            Map.of("newDue", newDue, "reason", "场地尚未落实。"),
            JsonNode.class);
  }

  /** The office suspends or resumes. */
  private void office(String act) {
    assertThat(
            http.withBasicAuth("duban", "demo")
                .postForEntity(
                    "/api/v1/milestones/" + milestone("id") + "/" + act,
                    Map.of("reason", "区政府常务会议议定。"),
                    JsonNode.class)
                .getStatusCode())
        .isEqualTo(HttpStatus.OK);
  }

  private void refused(String user, String kind, String decision) {
    Task task = office.taskOf(user, kind);
    ResponseEntity<JsonNode> refused =
        http.withBasicAuth(user, "demo")
            .postForEntity(
                "/engine-rest/task/" + task.getId() + "/complete",
                Map.of(
                    "variables",
                    Map.of(
                        "decision", Map.of("value", decision),
                        "opinion", Map.of("value", "理由不充分。"))),
                JsonNode.class);
    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(refused.getBody().get("message").asText()).contains("已中止计时", "恢复计时后");
    assertThat(office.taskOf(user, kind).getId()).isEqualTo(task.getId());
  }

  private String only(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private void approve() {
    office.complete("duban", "Activity_EndorseExtension", APPROVE);
    office.complete("leader", "Activity_DecideExtension", APPROVE);
  }

  private String milestone(String column) {
    return jdbc.sql("select " + column + "::text from milestone_overview order by id limit 1")
        .query(String.class)
        .single();
  }

  private JsonNode row() {
    return http.withBasicAuth("duban", "demo")
        .getForObject("/api/v1/milestones/" + milestone("id"), JsonNode.class);
  }

  private List<String> waitingFor() {
    return StreamSupport.stream(row().get("waitingFor").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private String state() {
    return jdbc.sql("select state from extension_request").query(String.class).single();
  }

  private long instances(String process) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(process).count();
  }

  private List<String> kindsOf(String user) {
    return office.tasksOf(user).stream().map(Task::getTaskDefinitionKey).toList();
  }

  private List<String> told(String kind) {
    return jdbc.sql("select recipient from notification where kind = :kind order by id")
        .param("kind", kind)
        .query(String.class)
        .list();
  }

  private List<String> news() {
    return jdbc.sql("select message from notification where kind = 'EXTENSION'")
        .query(String.class)
        .list();
  }

  private List<Integer> levels() {
    return jdbc.sql("select level from escalation order by level").query(Integer.class).list();
  }

  private List<Tuple> trail() {
    return jdbc.sql("select what, who, on_behalf_of from trail order by id")
        .query(
            (row, n) ->
                tuple(Happening.valueOf(row.getString(1)), row.getString(2), row.getString(3)))
        .list();
  }
}
