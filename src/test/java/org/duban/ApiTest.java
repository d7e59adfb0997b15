package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** The API as the contract has it, over HTTP, as the people of the sample. */
@DubanTest
class ApiTest {

  private static final String ITEM =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:2021年6月底

      牵头部门:市场监督管理局
      """;

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  @Test
  void theSampleIsAProgrammeOfTwentyTwoProjectsAndTwentySixMilestones() {
    office.dispatchTheSample();

    JsonNode programme = get("duban", "/api/v1/programmes").get(0);
    assertThat(programme.get("projects").asInt()).isEqualTo(22);
    assertThat(programme.get("milestones").asInt()).isEqualTo(26);
    JsonNode page = get("duban", "/api/v1/programmes/" + programme.get("id").asText());
    assertThat(page.get("projects")).hasSize(22);
    JsonNode thirteen = get("duban", "/api/v1/projects/" + page.at("/projects/12/id").asText());
    assertThat(thirteen.get("title").asText()).isEqualTo("保障食品药品安全");
    assertThat(texts(thirteen.get("milestones"), "kind")).containsExactly("STAGE", "ONGOING");
    assertThat(thirteen.at("/milestones/0/due").asText()).isEqualTo("2021-06-30");
    assertThat(texts(thirteen.at("/milestones/0/waitingFor"))).containsExactly("scjg");
  }

  @Test
  void theListIsRegisteredOnceUnlessOneSaysThatItIsMeantAgain() {
    ResponseEntity<JsonNode> first = post("duban", "/api/v1/programmes", ITEM);
    String id = first.getBody().get("id").asText();
    assertThat(first.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    String retitled = ITEM.replace("重点民生项目清单", "重点民生事项清单");
    for (String same : List.of(ITEM, "\n" + ITEM, retitled)) {
      ResponseEntity<JsonNode> second = post("duban", "/api/v1/programmes", same);
      assertThat(second.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
      assertThat(second.getBody().get("detail").asText()).contains("已经立项", id, "again=true");
      assertThat(second.getBody().at("/flags/0/code").asText()).isEqualTo("ALREADY_REGISTERED");

      JsonNode draft = post("duban", "/api/v1/programmes?dryRun=true", same).getBody();
      assertThat(draft.at("/flags/0/message").asText()).contains("已经立项", id);
    }
    assertThat(programmes()).isEqualTo(1);

    ResponseEntity<JsonNode> again = post("duban", "/api/v1/programmes?again=true", ITEM);
    assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    assertThat(again.getBody().get("id").asText()).isNotEqualTo(id);
    assertThat(programmes()).isEqualTo(2);
  }

  @Test
  void aListOfWhichHalfIsRegisteredIsDoubtedAndNotRefused() {
    String four = list(2021, "一 保障食品安全", "二 修建道路", "三 植树造林", "四 改造学校");
    String id = post("duban", "/api/v1/programmes", four).getBody().get("id").asText();
    String revised = list(2021, "一 保障食品安全", "二 修建道路", "三 新建公园");

    JsonNode draft = post("duban", "/api/v1/programmes?dryRun=true", revised).getBody();
    assertThat(draft.get("flags")).hasSize(1);
    assertThat(draft.at("/flags/0/code").asText()).isEqualTo("PARTLY_REGISTERED");
    assertThat(draft.at("/flags/0/message").asText())
        .contains("3 项中", "2 项", id, "逐字相同", "POST /programmes/" + id + "/revisions");
    assertThat(doubts(list(2021, "一 保障食品安全", "二 新建公园", "三 新建剧院"))).isEmpty();
    assertThat(doubts(list(2022, "一 保障食品安全", "二 修建道路", "三 新建公园"))).isEmpty();

    ResponseEntity<JsonNode> second = post("duban", "/api/v1/programmes", revised);
    assertThat(second.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    assertThat(programmes()).isEqualTo(2);
    assertThat(doubts(list(2021, "一 植树造林", "二 改造学校", "三 新建剧院"))).hasSize(1);
    jdbc.sql("update programme set state = 'CLOSED' where id = :id").param("id", id).update();
    assertThat(doubts(list(2021, "一 植树造林", "二 改造学校", "三 新建剧院"))).isEmpty();
  }

  private JsonNode doubts(String list) {
    return post("duban", "/api/v1/programmes?dryRun=true", list).getBody().get("flags");
  }

  private static String list(int year, String... items) {
    StringBuilder list = new StringBuilder("济宁高新区" + year + "年度重点民生项目清单\n");
    for (String item : items) {
      String[] parts = item.split(" ");
      list.append(
          "\n%s、%s。\n\n落实%s各项工作。\n\n完成时限:%d年6月底\n\n牵头部门:市场监督管理局\n"
              .formatted(parts[0], parts[1], parts[1], year));
    }
    return list.toString();
  }

  @Test
  void aDryRunGivesTheDraftAndStoresNothing() {
    ResponseEntity<JsonNode> draft = post("duban", "/api/v1/programmes?dryRun=true", ITEM);

    assertThat(draft.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(draft.getBody().at("/projects/0/leads/0").asText()).isEqualTo("市场监督管理局");
    assertThat(draft.getBody().at("/projects/0/milestones/0/due").asText()).isEqualTo("2021-06-30");
    assertThat(programmes()).isZero();
  }

  @Test
  void aFileInTheOldChineseEncodingIsReadAsWell() {
    var form = new LinkedMultiValueMap<String, Object>();
    form.add(
        "file",
        new ByteArrayResource(ITEM.getBytes(Charset.forName("GB18030"))) {
          @Override
          public String getFilename() {
            return "清单.txt";
          }
        });
    ResponseEntity<JsonNode> registered =
        as("duban")
            .exchange(
                RequestEntity.post("/api/v1/programmes")
                    .contentType(MediaType.MULTIPART_FORM_DATA)
                    .body(form),
                JsonNode.class);

    assertThat(registered.getStatusCode()).isEqualTo(HttpStatus.CREATED);
  }

  static Stream<Arguments> badLists() {
    return Stream.of(
        Arguments.of("an empty file", "", "空"),
        Arguments.of("not a list", "今天天气很好。\n我们去散步。\n", "清单"),
        Arguments.of("no lead", ITEM.replace("牵头部门:市场监督管理局", ""), "牵头"),
        Arguments.of("an impossible date", ITEM.replace("2021年6月底", "2021年2月30日"), "2月30日"),
        Arguments.of("an unknown department", ITEM.replace("市场监督管理局", "太空探索局"), "太空探索局"),
        Arguments.of("two projects of one number", ITEM + ITEM.substring(ITEM.indexOf("一、")), "一"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badLists")
  void aBadListIsRefusedWithLineAndReasonAndNothingIsStored(
      String what, String list, String reason) {
    ResponseEntity<JsonNode> refused = post("duban", "/api/v1/programmes", list);

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    JsonNode flag = refused.getBody().at("/flags/0");
    assertThat(flag.get("message").asText()).contains(reason);
    assertThat(flag.get("line").asInt()).isPositive();
    assertThat(programmes()).isZero();
  }

  @Test
  void rubbishIsRefused() {
    byte[] rubbish = new byte[5000];
    new Random(7).nextBytes(rubbish);

    ResponseEntity<JsonNode> refused = post("duban", "/api/v1/programmes", rubbish);

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(programmes()).isZero();
  }

  @Test
  void aFileOfFiftyMegabytesIsRefused() {
    byte[] large = "一、项目。\n".repeat(50 * 1024 * 1024 / 16).getBytes(StandardCharsets.UTF_8);

    ResponseEntity<JsonNode> refused = post("duban", "/api/v1/programmes", large);

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
    assertThat(refused.getBody().get("detail").asText()).contains("MB");
    assertThat(programmes()).isZero();
  }

  @Test
  void onlyTheOfficeRegistersAndDispatches() {
    String id = post("duban", "/api/v1/programmes", ITEM).getBody().get("id").asText();

    assertThat(post("scjg", "/api/v1/programmes", ITEM).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(post("leader", "/api/v1/programmes/" + id + "/dispatch", "").getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(post("duban", "/api/v1/programmes/" + id + "/dispatch", "").getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
    assertThat(post("duban", "/api/v1/programmes/none/dispatch", "").getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void aDepartmentSeesItsOwnWorkOnly() {
    office.dispatchTheSample();
    JsonNode all = get("duban", "/api/v1/milestones?size=100");
    JsonNode own = get("zgh", "/api/v1/milestones");
    assertThat(all.get("total").asInt()).isEqualTo(26);
    assertThat(ordinals(own)).containsOnly(16, 19, 21);

    String others =
        StreamSupport.stream(all.get("content").spliterator(), false)
            .filter(row -> row.get("ordinal").asInt() == 13)
            .map(row -> row.get("id").asText())
            .findFirst()
            .orElseThrow();
    for (String path :
        List.of("/api/v1/milestones/" + others, "/api/v1/milestones/" + others + "/trail")) {
      assertThat(as("zgh").getForEntity(path, JsonNode.class).getStatusCode())
          .isEqualTo(HttpStatus.NOT_FOUND);
      assertThat(as("scjg").getForEntity(path, JsonNode.class).getStatusCode())
          .isEqualTo(HttpStatus.OK);
    }
  }

  @Test
  void milestonesAreFilteredAndPaged() {
    office.dispatchTheSample();

    assertThat(ordinals(get("duban", "/api/v1/milestones?dueBefore=2021-07-01")))
        .containsExactly(13, 17, 19);
    assertThat(get("duban", "/api/v1/milestones?kind=ONGOING").get("total").asInt()).isEqualTo(2);
    JsonNode second = get("duban", "/api/v1/milestones?size=10&page=1");
    assertThat(second.get("content")).hasSize(10);
    assertThat(second.get("page").asInt()).isEqualTo(1);
    for (String wrong :
        List.of("light=PURPLE", "size=0", "size=5000", "page=-1", "dueBefore=soon")) {
      ResponseEntity<JsonNode> refused =
          as("duban").getForEntity("/api/v1/milestones?" + wrong, JsonNode.class);
      assertThat(refused.getStatusCode()).as(wrong).isEqualTo(HttpStatus.BAD_REQUEST);
      assertThat(refused.getBody().path("detail").asText())
          .as(wrong + ": " + refused.getBody())
          .contains("参数");
    }
    JsonNode nothing = as("duban").getForEntity("/api/v1/nothing", JsonNode.class).getBody();
    assertThat(nothing.path("detail").asText()).isEqualTo("没有这个地址，请核对网址。");
  }

  @Test
  void missedDeadlinesShowOnTheBoardAndAmongTheEscalations() {
    office.dispatchTheSample();
    moveClock("2021-07-01T09:00:00+08:00");

    assertThat(ordinals(get("duban", "/api/v1/milestones?light=RED"))).containsExactly(13, 17, 19);
    assertThat(get("leader", "/api/v1/board").at("/lights/RED").asInt()).isEqualTo(3);
    assertThat(get("zgh", "/api/v1/board").at("/lights/RED").asInt())
        .as("the trade union supports item 19")
        .isEqualTo(1);
    JsonNode escalations = get("duban", "/api/v1/escalations?level=1");
    assertThat(texts(escalations, "recipients")).hasSize(3);
    assertThat(get("zgh", "/api/v1/escalations")).hasSize(1);
    JsonNode row = get("duban", "/api/v1/milestones?light=RED").at("/content/0");
    assertThat(row.get("daysOverdue").asInt()).isEqualTo(1);
    assertThat(row.get("level").asInt()).isEqualTo(1);
  }

  @Test
  void theClockGoesForwardOnly() {
    assertThat(get("duban", "/api/v1/clock").get("now").asText()).startsWith("2021-05-20T08:30");

    assertThat(clock("2021-05-19T08:30:00+08:00").getStatusCode())
        .isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(clock("morgen").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(get("duban", "/api/v1/clock").get("now").asText()).startsWith("2021-05-20T08:30");
  }

  @Test
  void aReportGoesThroughTheEnginesOwnApiAndTheTrailTellsIt() {
    office.dispatch(ITEM);
    String task = taskOf("scjg", "Activity_FileProgressReport");

    assertThat(
            complete(
                "scjg",
                task,
                Map.of("narrative", "已建成5家。", "percent", 100, "actuals", "{\"1\": 5}")))
        .isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(
            complete(
                "duban", taskOf("duban", "Activity_ReviewReport"), Map.of("decision", "ACCEPT")))
        .isEqualTo(HttpStatus.NO_CONTENT);

    String id = get("scjg", "/api/v1/milestones").at("/content/0/id").asText();
    JsonNode milestone = get("scjg", "/api/v1/milestones/" + id);
    assertThat(milestone.get("state").asText()).isEqualTo("CLOSED");
    assertThat(milestone.at("/reports/0/actuals/1").asInt()).isEqualTo(5);
    assertThat(milestone.at("/reviews/0/by").asText()).isEqualTo("duban");
    assertThat(texts(get("scjg", "/api/v1/milestones/" + id + "/trail"), "what"))
        .containsExactly(
            "REGISTERED",
            "DISPATCHED",
            "DISPATCHED",
            "ACKNOWLEDGED",
            "REPORT_FILED",
            "ACCEPTED",
            "CLOSED");
  }

  @Test
  void aBlankReportIsRefusedWithASentenceAndTheTaskStays() {
    office.dispatch(ITEM);
    String task = taskOf("scjg", "Activity_FileProgressReport");

    ResponseEntity<JsonNode> refused =
        completion("scjg", task, Map.of("narrative", " ", "percent", 140, "actuals", "{}"));

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.getBody().get("message").asText()).contains("进展情况不能为空");
    assertThat(taskOf("scjg", "Activity_FileProgressReport")).isEqualTo(task);
  }

  @Test
  void aTaskCompletedTwiceIsRefusedTheSecondTime() {
    office.dispatch(ITEM);
    String task = taskOf("scjg", "Activity_FileProgressReport");
    Map<String, Object> report = Map.of("narrative", "已建成5家。", "percent", 100, "actuals", "{}");

    assertThat(complete("scjg", task, report)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(complete("scjg", task, report)).isEqualTo(HttpStatus.CONFLICT);
    assertThat(jdbc.sql("select count(*) from report").query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void anotherDepartmentCannotTouchTheTask() {
    office.dispatch(ITEM);
    String task = taskOf("scjg", "Activity_FileProgressReport");

    assertThat(complete("czjr", task, Map.of("narrative", "冒名。", "percent", 1)).is4xxClientError())
        .isTrue();
    assertThat(jdbc.sql("select count(*) from report").query(Long.class).single()).isZero();
  }

  @Test
  void theApiDescribesItself() {
    JsonNode paths = get("duban", "/api/v1/openapi").get("paths");

    assertThat(paths.fieldNames())
        .toIterable()
        .contains(
            "/api/v1/programmes",
            "/api/v1/programmes/{id}/dispatch",
            "/api/v1/projects/{id}",
            "/api/v1/milestones",
            "/api/v1/milestones/{id}/trail",
            "/api/v1/escalations",
            "/api/v1/board",
            "/api/v1/counters",
            "/api/v1/notifications",
            "/api/v1/clock");
  }

  private TestRestTemplate as(String user) {
    return http.withBasicAuth(user, "demo");
  }

  private JsonNode get(String user, String path) {
    ResponseEntity<JsonNode> answer = as(user).getForEntity(path, JsonNode.class);
    assertThat(answer.getStatusCode()).as(path).isEqualTo(HttpStatus.OK);
    return answer.getBody();
  }

  private ResponseEntity<JsonNode> post(String user, String path, String text) {
    return post(user, path, text.getBytes(StandardCharsets.UTF_8));
  }

  private ResponseEntity<JsonNode> post(String user, String path, byte[] content) {
    return as(user)
        .exchange(
            new RequestEntity<>(content, plain(), HttpMethod.POST, URI.create(path)),
            JsonNode.class);
  }

  private static LinkedMultiValueMap<String, String> plain() {
    var headers = new LinkedMultiValueMap<String, String>();
    headers.add("Content-Type", "text/plain");
    return headers;
  }

  private void moveClock(String time) {
    assertThat(clock(time).getStatusCode()).isEqualTo(HttpStatus.OK);
  }

  private ResponseEntity<JsonNode> clock(String time) {
    return as("duban").postForEntity("/api/v1/clock", Map.of("now", time), JsonNode.class);
  }

  private String taskOf(String user, String kind) {
    JsonNode tasks = get(user, "/engine-rest/task?taskDefinitionKey=" + kind + "&maxResults=10");
    assertThat(tasks).hasSize(1);
    return tasks.at("/0/id").asText();
  }

  private HttpStatusCode complete(String user, String task, Map<String, Object> values) {
    return completion(user, task, values).getStatusCode();
  }

  private ResponseEntity<JsonNode> completion(
      String user, String task, Map<String, Object> values) {
    var variables = new HashMap<String, Object>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    return as(user)
        .postForEntity(
            "/engine-rest/task/" + task + "/complete",
            Map.of("variables", variables),
            JsonNode.class);
  }

  private long programmes() {
    return jdbc.sql("select count(*) from programme").query(Long.class).single();
  }

  private static List<Integer> ordinals(JsonNode page) {
    return StreamSupport.stream(page.get("content").spliterator(), false)
        .map(row -> row.get("ordinal").asInt())
        .toList();
  }

  private static List<String> texts(JsonNode rows, String field) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.get(field).isArray() ? row.get(field).toString() : row.get(field).asText())
        .toList();
  }

  private static List<String> texts(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList();
  }
}
