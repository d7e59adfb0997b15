package org.duban.programme.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.duban.DubanTest;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** Drafts over HTTP, as the people of the supervising office. */
@DubanTest
class DraftsTest {

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
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  @Test
  void aDraftShowsEachFieldAtItsPlaceInTheText() {
    JsonNode draft = begin(ITEM);

    assertThat(draft.get("state").asText()).isEqualTo("DRAFTING");
    assertThat(draft.get("flags")).isEmpty();
    for (JsonNode place : draft.at("/read/projects/0/places")) {
      if (place.get("field").asText().equals("leads[0]")) {
        String line = draft.get("lines").get(place.get("line").asInt() - 1).asText();
        assertThat(line.substring(place.get("from").asInt(), place.get("to").asInt()))
            .isEqualTo("市场监督管理局");
        return;
      }
    }
    throw new AssertionError("no place of the lead in " + draft);
  }

  @Test
  void aMisspeltDepartmentOffersTheNearestNamesAndDecidesNothing() {
    JsonNode draft = begin(ITEM.replace("市场监督管理局", "市场监督管理居"));

    JsonNode flag = draft.at("/flags/0");
    assertThat(flag.get("code").asText()).isEqualTo("UNKNOWN_DEPARTMENT");
    assertThat(flag.get("blocking").asBoolean()).isTrue();
    assertThat(flag.get("line").asInt()).isEqualTo(6);
    assertThat(flag.get("field").asText()).isEqualTo("leads[0]");
    assertThat(flag.at("/nearest/0").asText()).isEqualTo("市场监督管理局");
    assertThat(draft.at("/draft/projects/0/leads/0").asText()).isEqualTo("市场监督管理居");
    assertRefused(act(draft, "register"), HttpStatus.UNPROCESSABLE_ENTITY, "1 处");
    assertThat(programmes()).isZero();
  }

  @Test
  void aCorrectedNameSettlesItsFlagAndTheListIsRegisteredOnTheTrail() {
    JsonNode draft = begin(ITEM.replace("市场监督管理局", "市场监督管理居"));
    item(draft).withArray("leads").set(0, "市场监督管理局");

    JsonNode corrected = put(draft);
    assertThat(corrected.get("flags")).isEmpty();
    assertThat(corrected.get("version").asInt()).isEqualTo(2);
    ResponseEntity<JsonNode> registered = act(corrected, "register");

    assertThat(registered.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    String programme = registered.getBody().get("id").asText();
    JsonNode after = get("duban", path(draft)).getBody();
    assertThat(after.get("state").asText()).isEqualTo("REGISTERED");
    assertThat(after.get("programme").asText()).isEqualTo(programme);
    assertThat(trailOf(draft.get("id").asText()))
        .containsExactly(
            "DRAFTED 济宁高新区2021年度重点民生项目清单", "DRAFT_CORRECTED 第一项牵头部门由“市场监督管理居”改为“市场监督管理局”。");
    assertThat(trailOf(programme)).containsExactly("REGISTERED 济宁高新区2021年度重点民生项目清单");
    assertRefused(act(corrected, "register"), HttpStatus.CONFLICT, "已经立项");
  }

  @Test
  void aListThatIsRegisteredAlreadyIsRegisteredAgainOnlyWhenThatIsTickedAsSeen() {
    String first = act(begin(ITEM), "register").getBody().get("id").asText();

    JsonNode draft = begin(ITEM);
    assertThat(codes(draft)).containsExactly("ALREADY_REGISTERED");
    assertThat(draft.at("/flags/0/message").asText()).contains(first);
    assertThat(draft.at("/flags/0/blocking").asBoolean()).isFalse();
    assertRefused(act(draft, "register"), HttpStatus.UNPROCESSABLE_ENTITY, "1 处");
    assertThat(programmes()).isEqualTo(1);

    ((ObjectNode) draft).putArray("seen").add(draft.at("/flags/0"));
    JsonNode ticked = put(draft);
    String second = act(ticked, "register").getBody().get("id").asText();
    assertThat(second).isNotEqualTo(first);
    assertThat(programmes()).isEqualTo(2);
  }

  @Test
  void aListThatIsRegisteredInPartIsDoubtedAndRegisteredOnceThatIsSeen() {
    String first = act(begin(ITEM), "register").getBody().get("id").asText();
    String two = ITEM + ITEM.substring(ITEM.indexOf("一、")).replace("一、保障食品药品安全", "二、修建道路");

    JsonNode draft = begin(two);
    assertThat(codes(draft)).containsExactly("PARTLY_REGISTERED");
    assertThat(draft.at("/flags/0/message").asText()).contains("2 项中，有 1 项", first);
    assertThat(draft.at("/flags/0/blocking").asBoolean()).isFalse();
    assertRefused(act(draft, "register"), HttpStatus.UNPROCESSABLE_ENTITY, "1 处");

    ((ObjectNode) draft).putArray("seen").add(draft.at("/flags/0"));
    JsonNode registered = put(draft);
    assertThat(act(registered, "register").getStatusCode()).isEqualTo(HttpStatus.CREATED);
    assertThat(programmes()).isEqualTo(2);
  }

  @Test
  void anImpossibleDateIsSettledByAMilestoneOfOnesOwn() {
    JsonNode draft = begin(ITEM.replace("2021年6月底", "2021年2月30日"));
    assertThat(codes(draft)).containsExactly("IMPOSSIBLE_DATE");

    ObjectNode due = item(draft).withArray("milestones").addObject();
    due.put("kind", "COMPLETION").put("due", "2021-02-30");
    JsonNode stillWrong = put(draft);
    assertThat(codes(stillWrong)).containsExactly("IMPOSSIBLE_DATE");
    assertThat(stillWrong.at("/flags/0/field").asText()).isEqualTo("milestones[0]");

    ((ObjectNode) item(stillWrong).withArray("milestones").get(0)).put("due", "2021-02-28");
    JsonNode right = put(stillWrong);
    assertThat(right.get("flags")).isEmpty();
    assertThat(act(right, "register").getStatusCode()).isEqualTo(HttpStatus.CREATED);
  }

  @Test
  void aRewrittenDeadlineIsReadAgain() {
    JsonNode draft = begin(ITEM.replace("2021年6月底", "2021年2月30日"));
    item(draft).put("deadlinePhrase", "2021年9月底取得阶段性成效,长期坚持");

    JsonNode again = put(draft);

    assertThat(again.get("flags")).isEmpty();
    assertThat(again.at("/draft/projects/0/milestones/0/due").asText()).isEqualTo("2021-09-30");
    assertThat(again.at("/draft/projects/0/milestones/1/kind").asText()).isEqualTo("ONGOING");
  }

  @Test
  void aDoubtMustBeTickedAsSeen() {
    JsonNode draft = begin(ITEM.replace("2021年6月底", "2021年6月底取得阶段性成效"));
    assertThat(codes(draft)).containsExactly("DOUBTFUL_DEADLINE");
    assertThat(draft.at("/flags/0/blocking").asBoolean()).isFalse();
    assertRefused(act(draft, "register"), HttpStatus.UNPROCESSABLE_ENTITY, "1 处");

    ((ArrayNode) ((ObjectNode) draft).putArray("seen")).add(draft.at("/flags/0"));
    JsonNode ticked = put(draft);

    assertThat(ticked.at("/flags/0/seen").asBoolean()).isTrue();
    assertThat(act(ticked, "register").getStatusCode()).isEqualTo(HttpStatus.CREATED);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "title, '', UNREADABLE_TITLE",
    "number, 甲, UNREADABLE_TITLE",
    "number, 二, NUMBER_GAP",
    "deadlinePhrase, 尽快, UNREADABLE_DEADLINE"
  })
  void aFieldMadeWrongIsFlaggedByTheReadersRules(String field, String value, String code) {
    JsonNode draft = begin(ITEM);
    item(draft).put(field, value);

    JsonNode checked = put(draft);

    assertThat(codes(checked)).contains(code);
    assertThat(act(checked, "register").getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
  }

  @Test
  void anItemAddedTwiceIsADuplicateAndAnUnfinishedOneBlocks() {
    JsonNode draft = begin(ITEM);
    ObjectNode added = item(draft).deepCopy().put("line", 0);
    added.withArray("commitments").addObject().put("metric", "新增药店");
    projects(draft).add(added);

    JsonNode checked = put(draft);

    assertThat(codes(checked)).containsExactly("INCOMPLETE_COMMITMENT", "DUPLICATE_NUMBER");
    assertThat(checked.at("/flags/0/project").asInt()).isEqualTo(1);
    assertThat(checked.at("/flags/0/field").asText()).isEqualTo("commitments[1]");
  }

  @Test
  void anItemTakenOutOnPurposeLeavesNoGap() {
    JsonNode draft = begin(ITEM + ITEM.substring(ITEM.indexOf("一、")).replace("一、", "二、"));
    projects(draft).remove(0);

    assertThat(put(draft).get("flags")).isEmpty();
  }

  @Test
  void anOlderWindowDoesNotOverwriteANewerOne() {
    JsonNode draft = begin(ITEM);
    item(draft).put("title", "保障食品安全");
    put(draft);

    assertRefused(putAnswer("duban", draft), HttpStatus.CONFLICT, "别处改动");
    assertRefused(act(draft, "register"), HttpStatus.CONFLICT, "别处改动");
    assertThat(get("duban", path(draft)).getBody().at("/draft/projects/0/title").asText())
        .isEqualTo("保障食品安全");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "{}",
        "{\"version\": 1}",
        "{\"version\": 1, \"draft\": {\"projects\": [{\"milestones\": [{\"kind\": \"SOON\"}]}]}}",
        "{\"version\": 1, \"draft\": {\"projects\": 7}}",
        "{\"version\": 1, \"draft\": {}, \"seen\": [null]}"
      })
  void aBadCorrectionIsRefusedWithASentenceAndTheDraftStays(String body) {
    JsonNode draft = begin(ITEM);

    ResponseEntity<JsonNode> refused = send("duban", HttpMethod.PUT, path(draft), body);

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.getBody().get("detail").asText()).endsWith("。");
    assertThat(get("duban", path(draft)).getBody().get("version").asInt()).isEqualTo(1);
  }

  @Test
  void signsThatNoTextHoldsAndNumbersWithoutEndDoNoHarm() {
    JsonNode draft = begin(ITEM);
    item(draft).put("title", "保障\u0000食品\ud800安全");
    ((ObjectNode) item(draft).at("/commitments/0"))
        .put("target", new java.math.BigDecimal("1e999999999"));

    JsonNode checked = put(draft);

    assertThat(checked.at("/draft/projects/0/title").asText()).isEqualTo("保障食品?安全");
    assertThat(codes(checked)).containsExactly("INCOMPLETE_COMMITMENT");
  }

  @Test
  void whatIsNoListIsRefusedAndNothingIsStored() {
    ResponseEntity<JsonNode> refused = post("duban", "今天天气很好。\n我们去散步。\n");

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(refused.getBody().at("/flags/0/line").asInt()).isPositive();
    assertThat(get("duban", "/api/v1/drafts").getBody()).isEmpty();
  }

  @Test
  void draftsAreTheOfficesAloneAndTheirDraftersToChange() {
    JsonNode draft = begin(ITEM);
    for (String user : List.of("scjg", "leader", "sysadmin", "auditor")) {
      assertThat(get(user, "/api/v1/drafts").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
      assertThat(get(user, path(draft)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
      assertThat(post(user, ITEM).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
      assertThat(send(user, HttpMethod.POST, path(draft) + "/register", "").getStatusCode())
          .isEqualTo(HttpStatus.FORBIDDEN);
    }
    assertThat(get("duban-head", path(draft)).getStatusCode()).isEqualTo(HttpStatus.OK);
    assertRefused(putAnswer("duban-head", draft), HttpStatus.FORBIDDEN, "duban");
    assertRefused(
        send("duban-head", HttpMethod.DELETE, path(draft), ""), HttpStatus.FORBIDDEN, "起草人");
    assertRefused(get("duban", "/api/v1/drafts/none"), HttpStatus.NOT_FOUND, "none");
    assertRefused(act(draft, "approve"), HttpStatus.CONFLICT, "没有提交");
    assertRefused(act(draft, "submit"), HttpStatus.CONFLICT, "双人");
  }

  @Test
  void thePageIsTheOfficesAndTakesNothingFromElsewhere() {
    ResponseEntity<String> page = as("duban").getForEntity("/programmes/new", String.class);

    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(page.getHeaders().get("Content-Security-Policy"))
        .singleElement()
        .asString()
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
    assertThat(page.getBody()).doesNotContain("{{").doesNotContain("style=").doesNotContain("://");
    for (String user : List.of("scjg", "leader", "sysadmin")) {
      assertThat(as(user).getForEntity("/programmes/new", String.class).getStatusCode())
          .isEqualTo(HttpStatus.FORBIDDEN);
    }
  }

  @Test
  void aDeletedDraftIsGoneButTheTrailTellsOfIt() {
    JsonNode draft = begin(ITEM);
    assertThat(texts(get("duban", "/api/v1/drafts").getBody(), "id"))
        .containsExactly(draft.get("id").asText());

    assertThat(send("duban", HttpMethod.DELETE, path(draft), "").getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);

    assertThat(get("duban", path(draft)).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(trailOf(draft.get("id").asText())).last().asString().startsWith("DRAFT_DELETED");
  }

  @Test
  void theSampleRegistersAsItDoesDirectly() throws IOException {
    JsonNode draft =
        begin(
            new ClassPathResource("config/programmes/jining-2021.txt")
                .getContentAsString(StandardCharsets.UTF_8));
    assertThat(draft.at("/draft/projects")).hasSize(22);
    ((ObjectNode) draft).set("seen", draft.get("flags"));

    ResponseEntity<JsonNode> registered = act(put(draft), "register");
    office.dispatchTheSample();

    assertThat(registered.getBody().get("projects").asInt()).isEqualTo(22);
    assertThat(programmes()).as("one list, whichever way it came in").isEqualTo(1);
  }

  private JsonNode begin(String list) {
    ResponseEntity<JsonNode> answer = post("duban", list);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    return answer.getBody();
  }

  private ResponseEntity<JsonNode> post(String user, String list) {
    var headers = new LinkedMultiValueMap<String, String>();
    headers.add("Content-Type", "text/plain");
    return as(user)
        .exchange(
            new RequestEntity<>(
                list.getBytes(StandardCharsets.UTF_8),
                headers,
                HttpMethod.POST,
                URI.create("/api/v1/drafts")),
            JsonNode.class);
  }

  private JsonNode put(JsonNode draft) {
    ResponseEntity<JsonNode> answer = putAnswer("duban", draft);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    return answer.getBody();
  }

  private ResponseEntity<JsonNode> putAnswer(String user, JsonNode draft) {
    ObjectNode body = json.createObjectNode();
    body.set("version", draft.get("version"));
    body.set("draft", draft.get("draft"));
    body.set("seen", draft.has("seen") ? draft.get("seen") : json.createArrayNode());
    return send(user, HttpMethod.PUT, path(draft), body.toString());
  }

  private ResponseEntity<JsonNode> act(JsonNode draft, String act) {
    return send(
        "duban",
        HttpMethod.POST,
        path(draft) + "/" + act,
        json.valueToTree(Map.of("version", draft.get("version"))).toString());
  }

  private ResponseEntity<JsonNode> send(String user, HttpMethod method, String path, String body) {
    return as(user)
        .exchange(
            RequestEntity.method(method, path).contentType(MediaType.APPLICATION_JSON).body(body),
            JsonNode.class);
  }

  private ResponseEntity<JsonNode> get(String user, String path) {
    return as(user).getForEntity(path, JsonNode.class);
  }

  private TestRestTemplate as(String user) {
    return http.withBasicAuth(user, "demo");
  }

  private static ObjectNode item(JsonNode draft) {
    return (ObjectNode) draft.at("/draft/projects/0");
  }

  private static ArrayNode projects(JsonNode draft) {
    return (ArrayNode) draft.at("/draft/projects");
  }

  private static String path(JsonNode draft) {
    return "/api/v1/drafts/" + draft.get("id").asText();
  }

  private static List<String> codes(JsonNode draft) {
    return texts(draft.get("flags"), "code");
  }

  private static List<String> texts(JsonNode rows, String field) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.get(field).asText())
        .toList();
  }

  private static void assertRefused(
      ResponseEntity<JsonNode> answer, HttpStatus status, String word) {
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getBody().get("detail").asText()).contains(word);
  }

  private List<String> trailOf(String id) {
    return jdbc.sql("select what || ' ' || detail from trail where programme_id = :id order by id")
        .param("id", id)
        .query(String.class)
        .list();
  }

  private long programmes() {
    return jdbc.sql("select count(*) from programme").query(Long.class).single();
  }
}
