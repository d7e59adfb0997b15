package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.duban.DubanTest;
import org.duban.workflow.people.AccountSync;
import org.duban.workflow.people.LentGroups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody is on leave, and somebody else does the work. */
@DubanTest
class SubstitutionStoriesTest {

  private static final String EXPLAIN = "Activity_ExplainDelay";
  private static final Map<String, Object> RETURN =
      Map.of("decision", "RETURN", "opinion", "缺验收材料。", "signaturesStand", false);
  private static final String ITEM =
      """
      济宁高新区2021年度重点民生项目清单
      一、保障食品药品安全。
      新建放心消费示范药店5家。
      完成时限:2021年6月底
      牵头部门:市场监督管理局
      配合部门:财政金融局
      """;

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private AccountSync accounts;
  @Autowired private LentGroups lentGroups;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(ITEM);
  }

  @AfterEach
  void everybodyIsBack() {
    office.openOn("2021-05-20 08:30");
  }

  @Test
  void headOnLeaveIsStoodInForFromTheFirstDayToTheLast() {
    assertThat(enter("scjg-head", "scjg-head", "scjg", "2021-07-06", "2021-07-09"))
        .isEqualTo(HttpStatus.CREATED);

    office.moveTo("2021-07-05 23:59");
    assertThat(office.tasksOf("scjg-head")).extracting("taskDefinitionKey").contains(EXPLAIN);
    assertThat(office.tasksOf("scjg")).extracting("taskDefinitionKey").doesNotContain(EXPLAIN);

    office.moveTo("2021-07-06 00:00");
    office.complete(
        "scjg", EXPLAIN, Map.of("explanation", "药店尚未验收，局长休假。", "recoveryDate", "2021-07-12"));
    assertThat(trail("DELAY_EXPLAINED")).containsExactly(tuple("scjg", "scjg", "scjg-head"));

    office.complete("scjg", "Activity_FileProgressReport", Office.report("已建成5家。", 100));
    assertThat(trail("REPORT_FILED")).containsExactly(tuple("scjg", "scjg", null));

    office.moveTo("2021-07-09 23:59");
    assertThat(groups("scjg")).containsExactlyInAnyOrder("department-scjg", "head-scjg");
    office.moveTo("2021-07-10 00:00");
    assertThat(groups("scjg")).containsExactly("department-scjg");
  }

  @Test
  void whoStandsInIsToldWhatTheAbsentPersonIsTold() {
    enter("scjg-head", "scjg-head", "scjg", "2021-07-01", "2021-07-02");

    office.moveTo("2021-07-01 09:00");

    assertThat(
            jdbc.sql("select recipient from notification where kind = 'LEVEL_1' order by 1")
                .query(String.class)
                .list())
        .containsExactly("scjg", "scjg-head");
  }

  @Test
  void claimedTaskOfAHandlerOnLeaveGoesBackToTheDepartment() {
    String task = office.taskOf("scjg", "Activity_FileProgressReport").getId();
    tasks.claim(task, "scjg");

    enter("scjg-head", "scjg", "scjg-head", "2021-05-20", "2021-05-26");

    assertThat(office.taskOf("scjg-head", "Activity_FileProgressReport").getAssignee()).isNull();
    office.complete("scjg-head", "Activity_FileProgressReport", Office.report("已建成5家。", 100));
    assertThat(trail("REPORT_FILED")).containsExactly(tuple("scjg-head", "scjg", null));
  }

  @Test
  void strangerSentByTheOfficeActsForBothDepartmentsAndForEachInItsName() {
    assertThat(enter("scjg", "scjg", "czjr", "2021-05-20", "2021-05-26"))
        .isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(enter("duban", "scjg", "czjr", "2021-05-20", "2021-05-26"))
        .isEqualTo(HttpStatus.CREATED);

    office.complete("czjr", "Activity_FileProgressReport", Office.report("已建成5家。", 100));
    office.complete("czjr-head", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete("duban", "Activity_ReviewReport", RETURN);
    office.complete("scjg-head", "Activity_FileProgressReport", Office.report("已补材料。", 100));
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    assertThat(trail("REPORT_FILED"))
        .containsExactly(tuple("czjr", "scjg", "scjg"), tuple("scjg-head", "scjg", null));
    assertThat(trail("SIGNED_OFF"))
        .containsExactly(tuple("czjr-head", "czjr", null), tuple("czjr", "czjr", null));
  }

  @Test
  void officerOnLeaveIsNamedBesideWhoReviewed() {
    enter("duban", "duban", "czjr", "2021-05-20", "2021-05-26");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已建成5家。", 100));
    office.complete("czjr-head", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete("czjr", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    assertThat(trail("ACCEPTED")).containsExactly(tuple("czjr", null, "duban"));
  }

  @Test
  void substitutionEndedEarlyTakesTheGroupsAtOnce() {
    enter("duban", "scjg", "czjr", "2021-05-20", "2021-05-26");
    assertThat(groups("czjr")).contains("department-scjg");
    assertThat(get("czjr").at("/0/state").asText()).isEqualTo("RUNNING");

    String id = get("duban").at("/0/id").asText();
    assertThat(delete("czjr", id)).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(delete("zgh", id)).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(delete("scjg-head", id)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(delete("scjg-head", id)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(groups("czjr")).containsExactly("department-czjr");
    assertThat(get("scjg").at("/0/state").asText()).isEqualTo("ENDED");
  }

  @Test
  void startOfTheProgramKeepsWhatIsLentAndTakesBackWhatIsOver() {
    enter("duban", "scjg", "czjr", "2021-05-20", "2021-05-26");
    accounts.sync();
    lentGroups.sync();
    assertThat(groups("czjr")).containsExactlyInAnyOrder("department-czjr", "department-scjg");

    office.moveTo("2021-05-26 23:00");
    assertThat(groups("czjr")).contains("department-scjg");
    accounts.sync();
    office.moveTo("2021-05-27 08:30");
    lentGroups.sync();
    assertThat(groups("czjr")).containsExactly("department-czjr");
  }

  @Test
  void groupThatTheSubstituteHadBeforeIsNotTakenAway() {
    identity.createMembership("czjr", "department-scjg");
    try {
      enter("duban", "scjg", "czjr", "2021-05-20", "2021-05-26");
      office.moveTo("2021-05-27 08:30");
      assertThat(groups("czjr")).contains("department-scjg");
    } finally {
      identity.deleteMembership("czjr", "department-scjg");
    }
  }

  @Test
  void nobodyArrangesForOthersAndTheDutiesHaveNoPart() {
    assertThat(enter("scjg", "scjg-head", "scjg", "2021-05-20", "2021-05-26"))
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(enter("zgh-head", "scjg", "scjg-head", "2021-05-20", "2021-05-26"))
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(enter("sysadmin", "sysadmin", "secadmin", "2021-05-20", "2021-05-26"))
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(enter("duban", "sysadmin", "scjg", "2021-05-20", "2021-05-26"))
        .isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(enter("scjg", "scjg", "scjg-head", "morgen", "2021-05-26"))
        .isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(get("duban")).isEmpty();
  }

  @Test
  void departmentsSeeTheirOwnSubstitutionsOnly() {
    enter("scjg", "scjg", "scjg-head", "2021-06-20", "2021-06-26");
    assertThat(get("duban").at("/0/state").asText()).isEqualTo("PLANNED");
    assertThat(get("scjg-head").at("/0/absent").asText()).isEqualTo("scjg");
    assertThat(get("zgh")).isEmpty();
  }

  private HttpStatusCode enter(
      String by, String absent, String substitute, String from, String to) {
    Map<String, String> order =
        Map.of("absent", absent, "substitute", substitute, "from", from, "to", to);
    ResponseEntity<JsonNode> answer =
        http.withBasicAuth(by, "demo")
            .postForEntity("/api/v1/substitutions", order, JsonNode.class);
    if (answer.getStatusCode().is4xxClientError()) {
      assertThat(answer.getBody().get("detail").asText()).endsWith("。");
    }
    return answer.getStatusCode();
  }

  private HttpStatusCode delete(String by, String id) {
    return http.withBasicAuth(by, "demo")
        .exchange("/api/v1/substitutions/" + id, HttpMethod.DELETE, null, JsonNode.class)
        .getStatusCode();
  }

  private JsonNode get(String user) {
    return http.withBasicAuth(user, "demo").getForObject("/api/v1/substitutions", JsonNode.class);
  }

  private List<String> groups(String user) {
    return identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
  }

  /** Who did it, for which department, and in whose place. */
  private List<Tuple> trail(String what) {
    var duban = http.withBasicAuth("duban", "demo");
    String id =
        duban.getForObject("/api/v1/milestones", JsonNode.class).at("/content/0/id").asText();
    List<Tuple> found = new ArrayList<>();
    for (JsonNode step :
        duban.getForObject("/api/v1/milestones/" + id + "/trail", JsonNode.class)) {
      if (step.get("what").asText().equals(what)) {
        found.add(tuple(text(step, "who"), text(step, "onBehalfOf"), text(step, "actingFor")));
      }
    }
    return found;
  }

  private static String text(JsonNode step, String field) {
    return step.get(field).isNull() ? null : step.get(field).asText();
  }
}
