package org.duban.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.DubanTest;
import org.duban.programme.registration.Drafts;
import org.duban.workflow.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registration by two persons, over HTTP. */
@DubanTest
class DraftApprovalTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单
      一、保障食品药品安全。
      新建放心消费示范药店5家。
      完成时限:2021年6月底
      牵头部门:市场监督管理局
      """;

  @Autowired private Office office;
  @Autowired private Drafts drafts;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
    FourEyes.require(drafts, true);
  }

  @AfterEach
  void oneIsEnoughAgain() {
    FourEyes.require(drafts, false);
  }

  @Test
  void oneSubmitsAnotherReturnsAndThenApprovesAndTheTrailNamesBoth() {
    String id = begin(LIST);
    assertThat(send("duban-head", id, "approve", "").getStatusCode())
        .isEqualTo(HttpStatus.CONFLICT);
    assertThat(send("duban", id, "register", "").getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(send("duban", id, "submit", "").getBody().get("state").asText())
        .isEqualTo("SUBMITTED");

    assertThat(send("duban", id, "approve", "").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(send("duban-head", id, "return", "{\"reason\": \" \"}").getStatusCode())
        .isEqualTo(HttpStatus.BAD_REQUEST);
    JsonNode returned = send("duban-head", id, "return", "{\"reason\": \"请核对期限。\"}").getBody();
    assertThat(returned.get("state").asText()).isEqualTo("RETURNED");
    assertThat(returned.get("returnReason").asText()).isEqualTo("请核对期限。");

    send("duban", id, "submit", "");
    ResponseEntity<JsonNode> approved = send("duban-head", id, "approve", "");

    assertThat(approved.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    assertThat(approved.getBody().get("registeredBy").asText()).isEqualTo("duban-head");
    assertThat(trailOf(id))
        .containsExactly(
            "duban DRAFTED",
            "duban DRAFT_SUBMITTED",
            "duban-head DRAFT_RETURNED",
            "duban DRAFT_SUBMITTED",
            "duban-head DRAFT_APPROVED");
    assertThat(trailOf(approved.getBody().get("id").asText()))
        .containsExactly("duban-head REGISTERED", "duban-head DRAFT_APPROVED");
  }

  @Test
  void whatStillHasFlagsIsNotSubmitted() {
    String id = begin(LIST.replace("2021年6月底", "2021年2月30日"));

    assertThat(send("duban", id, "submit", "").getStatusCode())
        .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(trailOf(id)).containsExactly("duban DRAFTED");
  }

  @Test
  void noListIsRegisteredPastTheSecondPerson() {
    ResponseEntity<JsonNode> direct = post("/api/v1/programmes", LIST);

    assertThat(direct.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(direct.getBody().get("detail").asText()).contains("双人");
    assertThat(post("/api/v1/programmes?dryRun=true", LIST).getStatusCode())
        .isEqualTo(HttpStatus.OK);
    assertThat(jdbc.sql("select count(*) from programme").query(Long.class).single()).isZero();
  }

  private String begin(String list) {
    ResponseEntity<JsonNode> answer = post("/api/v1/drafts", list);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    return answer.getBody().get("id").asText();
  }

  private ResponseEntity<JsonNode> post(String path, String list) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.TEXT_PLAIN);
    return http.withBasicAuth("duban", "demo")
        .exchange(
            new RequestEntity<>(
                list.getBytes(StandardCharsets.UTF_8), headers, HttpMethod.POST, URI.create(path)),
            JsonNode.class);
  }

  private ResponseEntity<JsonNode> send(String user, String id, String act, String body) {
    return http.withBasicAuth(user, "demo")
        .exchange(
            RequestEntity.post("/api/v1/drafts/" + id + "/" + act)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body),
            JsonNode.class);
  }

  private List<String> trailOf(String id) {
    return jdbc.sql("select who || ' ' || what from trail where programme_id = :id order by id")
        .param("id", id)
        .query(String.class)
        .list();
  }
}
