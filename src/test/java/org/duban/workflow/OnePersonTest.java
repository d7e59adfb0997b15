package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.security.Visitor;
import org.duban.worksheet.SheetPen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** What one person may not do on both sides of the same thing, whomever they stand in for. */
@DubanTest
class OnePersonTest {

  private static final String ITEM =
      """
      济宁高新区2021年度重点民生项目清单
      一、保障食品药品安全。
      新建放心消费示范药店5家。
      完成时限:2021年6月底
      牵头部门:市场监督管理局
      配合部门:财政金融局
      """;
  private static final List<String> FACES =
      List.of("/engine-rest/task/", "/camunda/api/engine/engine/default/task/");
  private static final String REPORT = "Activity_FileProgressReport";
  private static final String SIGN_OFF = "Activity_SignOff";
  private static final String REVIEW = "Activity_ReviewReport";
  private static final Map<String, Object> AGREE = Map.of("decision", "AGREE");
  private static final Map<String, Object> ACCEPT = Map.of("decision", "ACCEPT");
  private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;

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
  void whoReportedDoesNotSignOffWhicheverWayItIsTried() throws IOException {
    standIn("scjg", "czjr");
    office.complete("czjr", REPORT, Office.report("已建成5家。", 100));
    String sentence = "本轮反馈由您办理过，同一人不能又反馈又会签，请由其他人员办理。";

    refused("czjr", SIGN_OFF, AGREE, sentence);
    Visitor browser = browser("czjr");
    browser.postForm(
        "/sign-offs/agreed",
        "task=" + office.taskOf("czjr", SIGN_OFF).getId(),
        token(browser.page("/sign-offs").body()));
    assertThat(browser.page("/sign-offs").body()).contains("已同意 0 项。", sentence);
    assertThat(workInExcel("czjr").at("/refused/0/reason").asText()).isEqualTo(sentence);
    assertThat(count("sign_off")).isZero();

    office.complete("czjr-head", SIGN_OFF, AGREE);
    office.complete("duban", REVIEW, ACCEPT);
    assertThat(who("CLOSED")).containsExactly("duban");
  }

  @Test
  void whoObjectedDoesNotSettleTheObjectionForTheLead() {
    office.complete("scjg", REPORT, Office.report("已建成5家。", 100));
    office.complete("czjr", SIGN_OFF, Map.of("decision", "OBJECT", "opinion", "数字不符。"));
    standIn("scjg", "czjr");

    refused(
        "czjr",
        "Activity_ResolveObjection",
        Map.of("narrative", "已更正。"),
        "本轮反馈您已会签，同一人不能又会签又反馈，请由其他人员办理。");

    office.complete("scjg-head", "Activity_ResolveObjection", Map.of("narrative", "已更正。"));
    office.complete("czjr", SIGN_OFF, AGREE);
  }

  @Test
  void whoSignedOffOrReportedDoesNotReview() {
    standIn("duban", "czjr");
    office.complete("scjg", REPORT, Office.report("已建成5家。", 100));
    office.complete("czjr", SIGN_OFF, AGREE);
    refused("czjr", REVIEW, ACCEPT, "本轮反馈您已会签，同一人不能又会签又审核，请由其他人员办理。");
    Map<String, Object> back = Map.of("decision", "RETURN", "opinion", "缺材料。");
    refused("czjr", REVIEW, back, "本轮反馈您已会签，同一人不能又会签又审核，请由其他人员办理。");
    office.complete("duban-head", REVIEW, back);

    standIn("scjg", "czjr");
    office.complete("czjr", REPORT, Office.report("已补材料。", 100));
    office.complete("czjr-head", SIGN_OFF, AGREE);
    refused("czjr", REVIEW, ACCEPT, "本轮反馈由您办理过，同一人不能又反馈又审核，请由其他人员办理。");
    office.complete("duban-head", REVIEW, ACCEPT);
  }

  @Test
  void anotherRoundIsAnotherThing() {
    standIn("scjg", "czjr");
    office.complete("czjr", REPORT, Office.report("已建成5家。", 100));
    office.complete("czjr-head", SIGN_OFF, AGREE);
    office.complete(
        "duban", REVIEW, Map.of("decision", "RETURN", "opinion", "缺材料。", "signaturesStand", false));
    office.complete("scjg-head", REPORT, Office.report("已补材料。", 100));

    office.complete("czjr", SIGN_OFF, AGREE);

    assertThat(who("SIGNED_OFF")).containsExactly("czjr-head", "czjr");
  }

  @Test
  void whoReportedDoesNotCloseTheProject() {
    standIn("scjg", "czjr");
    office.complete("czjr", "Activity_AcknowledgeAssignment", Map.of());
    office.complete("czjr", REPORT, Office.report("已建成5家。", 100));
    office.complete("czjr-head", SIGN_OFF, AGREE);
    office.complete("duban", REVIEW, ACCEPT);
    standIn("duban", "czjr");

    refused(
        "czjr",
        "Activity_CloseProject",
        Map.of("decision", "CLOSE"),
        "本事项有节点由您反馈过，同一人不能又反馈又销号，请由其他人员办理。");

    office.complete("duban-head", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    assertThat(who("PROJECT_CLOSED")).containsExactly("duban-head");
  }

  @Test
  void whoAskedForMoreTimeNeitherEndorsesNorGrantsIt() {
    standIn("duban", "scjg-head");
    standIn("leader", "scjg-head");
    String milestone = jdbc.sql("select id from milestone").query(String.class).single();
    var asked =
        http.withBasicAuth("scjg-head", "demo")
            .postForEntity(
                "/api/v1/milestones/" + milestone + "/extension-requests",
                Map.of("newDue", "2021-07-30", "reason", "场地尚未落实。"),
                JsonNode.class);
    assertThat(asked.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    String sentence = "这件延期由您申请，同一人不能又申请又核签或审批，请由其他人员办理。";

    refused("scjg-head", "Activity_EndorseExtension", APPROVE, sentence);
    office.complete("duban", "Activity_EndorseExtension", APPROVE);
    refused("scjg-head", "Activity_DecideExtension", APPROVE, sentence);
    office.complete("leader", "Activity_DecideExtension", APPROVE);

    assertThat(jdbc.sql("select due::text from milestone").query(String.class).single())
        .isEqualTo("2021-07-30");
  }

  @Test
  void oneOfficerAloneDoesAllTheOfficesDuties() {
    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());
    office.complete("scjg", REPORT, Office.report("已建成5家。", 100));
    office.complete("czjr", SIGN_OFF, AGREE);
    office.complete("duban", REVIEW, ACCEPT);
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));

    assertThat(who("PROJECT_CLOSED")).containsExactly("duban");
  }

  @Test
  void whoEntersASubstitutionIsWarnedWhereTheSidesMeet() {
    assertThat(standIn("scjg", "czjr").get("warnings"))
        .singleElement()
        .extracting(JsonNode::asText)
        .asString()
        .contains("牵头部门市场监督管理局和配合部门财政金融局", "一、保障食品药品安全", "同一人不能又反馈又会签");
    assertThat(standIn("duban", "czjr").get("warnings"))
        .extracting(JsonNode::asText)
        .as("also those that another absence brings")
        .satisfiesExactly(
            one -> assertThat(one).contains("市场监督管理局和督查室", "又审核"),
            one -> assertThat(one).contains("财政金融局和督查室", "又审核"));
    assertThat(standIn("leader", "scjg-head").get("warnings"))
        .singleElement()
        .extracting(JsonNode::asText)
        .asString()
        .contains("市场监督管理局负责人和领导", "同一人不能又申请又审批延期");
    assertThat(standIn("ga", "ga-head").get("warnings")).isEmpty();
    assertThat(standIn("czjr-head", "zgh").get("warnings")).as("no seat of their own").isEmpty();
  }

  @Test
  void thePageWarnsToo() {
    Visitor duban = browser("duban");
    String form = "absent=scjg&substitute=czjr&from=2021-05-20&to=2021-05-26";

    duban.postForm("/substitutions", form, token(duban.page("/substitutions").body()));

    assertThat(duban.page("/substitutions").body()).contains("已登记", "请注意：代理人将同时代表牵头部门市场监督管理局");
  }

  private void refused(String user, String kind, Map<String, Object> values, String sentence) {
    Task task = office.taskOf(user, kind);
    long entries = count("trail");
    Visitor browser = browser(user);
    browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
    for (String face : FACES) {
      for (String act : List.of("/complete", "/submit-form")) {
        var answer = browser.post(face + task.getId() + act, variables(values));
        assertThat(answer.statusCode()).as(face + act).isEqualTo(409);
        assertThat(answer.body()).contains("\"message\":\"" + sentence + "\"");
      }
    }
    assertThat(office.taskOf(user, kind).getId()).isEqualTo(task.getId());
    assertThat(count("trail")).isEqualTo(entries);
  }

  private String variables(Map<String, Object> values) {
    var variables = json.createObjectNode();
    values.forEach((name, value) -> variables.putObject(name).put("value", value.toString()));
    return json.createObjectNode().set("variables", variables).toString();
  }

  private JsonNode workInExcel(String user) throws IOException {
    var as = http.withBasicAuth(user, "demo");
    SheetPen pen = new SheetPen(as.getForObject("/api/v1/work.xlsx", byte[].class));
    byte[] file = pen.type("会签", "一、", "会签意见", "同意").file();
    var form = new LinkedMultiValueMap<String, Object>();
    form.add(
        "file",
        new ByteArrayResource(file) {
          @Override
          public String getFilename() {
            return "待办.xlsx";
          }
        });
    return as.exchange(
            RequestEntity.post("/api/v1/work.xlsx")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form),
            JsonNode.class)
        .getBody();
  }

  /** Entered by the office, for the days of the story. */
  private JsonNode standIn(String absent, String substitute) {
    ResponseEntity<JsonNode> answer =
        http.withBasicAuth("duban-head", "demo")
            .postForEntity(
                "/api/v1/substitutions",
                Map.of(
                    "absent",
                    absent,
                    "substitute",
                    substitute,
                    "from",
                    "2021-05-20",
                    "to",
                    "2021-05-26"),
                JsonNode.class);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    return answer.getBody();
  }

  private Visitor browser(String user) {
    Visitor browser = Visitor.anonymous(port);
    browser.logIn(user, "demo");
    return browser;
  }

  private static String token(String page) {
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private List<String> who(String what) {
    return jdbc.sql("select who from trail where what = :what order by id")
        .param("what", what)
        .query(String.class)
        .list();
  }
}
