package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** Revisions over HTTP. */
@DubanTest
class RevisionsApiTest {

  private static final String JUNE =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。
      新建放心消费示范药店5家。
      完成时限:2021年6月底
      牵头部门:市场监督管理局
      """;
  private static final String JULY = JUNE.replace("6月底", "7月底");

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  private String path;

  @BeforeEach
  void aProgrammeRuns() {
    office.openOn("2021-05-20 08:30");
    path = "/api/v1/programmes/" + office.dispatch(JUNE).id() + "/revisions";
  }

  @Test
  void aDryRunShowsTheDifferenceAndChangesNothing() {
    ResponseEntity<JsonNode> shown = post("duban", path + "?dryRun=true", JULY);

    assertThat(shown.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(shown.getBody().get("changed").asBoolean()).isTrue();
    JsonNode project = shown.getBody().at("/projects/0");
    assertThat(project.get("fate").asText()).isEqualTo("CHANGED");
    assertThat(project.at("/redated/0/from").asText()).isEqualTo("2021-06-30");
    assertThat(project.at("/redated/0/to").asText()).isEqualTo("2021-07-31");
    assertThat(due()).isEqualTo("2021-06-30");
  }

  @Test
  void aListThatChangesNothingSaysSo() {
    JsonNode same = post("duban", path + "?reason=核对", JUNE).getBody();

    assertThat(same.get("changed").asBoolean()).isFalse();
    assertThat(same.at("/projects/0/fate").asText()).isEqualTo("KEPT");
  }

  @Test
  void theReasonIsNeededAndGoesOnTheTrail() {
    ResponseEntity<JsonNode> refused = post("duban", path, JULY);
    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.getBody().get("detail").asText()).contains("修订原因");
    assertThat(due()).isEqualTo("2021-06-30");

    assertThat(post("duban", path + "?reason={why}", JULY, "常务会议调整").getStatusCode())
        .isEqualTo(HttpStatus.OK);
    assertThat(due()).isEqualTo("2021-07-31");
    String trail =
        http.withBasicAuth("duban", "demo")
            .getForObject(
                "/api/v1/milestones/{id}/trail",
                String.class,
                jdbc.sql("select id from milestone").query(String.class).single());
    assertThat(trail).contains("REDATED", "REVISED", "常务会议调整", "2021-07-31");
  }

  @Test
  void aFileIsTakenWithItsReasonBesideIt() {
    var form = new LinkedMultiValueMap<String, Object>();
    form.add("reason", "常务会议调整");
    form.add(
        "file",
        new ByteArrayResource(JULY.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public String getFilename() {
            return "清单.txt";
          }
        });
    ResponseEntity<JsonNode> applied =
        http.withBasicAuth("duban", "demo")
            .exchange(
                RequestEntity.post(path).contentType(MediaType.MULTIPART_FORM_DATA).body(form),
                JsonNode.class);

    assertThat(applied.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(due()).isEqualTo("2021-07-31");
  }

  @Test
  void nobodyButTheOfficeRevises() {
    for (String user : new String[] {"scjg", "scjg-head", "leader", "sysadmin"}) {
      assertThat(post(user, path + "?reason=x", JULY).getStatusCode())
          .isEqualTo(HttpStatus.FORBIDDEN);
    }
    assertThat(due()).isEqualTo("2021-06-30");
  }

  @Test
  void whatCannotBeReadOrIsAnotherYearsIsRefusedWithASentence() {
    assertRefused(JULY.replace("市场监督管理局", "太空探索局"), "/flags/0/message", "太空探索局");
    assertRefused("今天天气很好。", "/detail", "清单");
    assertRefused(JULY.replace("2021", "2022"), "/detail", "2022 年");
    assertThat(post("duban", "/api/v1/programmes/none/revisions?reason=x", JULY).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(due()).isEqualTo("2021-06-30");
  }

  private void assertRefused(String list, String where, String why) {
    ResponseEntity<JsonNode> refused = post("duban", path + "?reason=x", list);
    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(refused.getBody().at(where).asText()).contains(why);
  }

  private ResponseEntity<JsonNode> post(String user, String url, String list, Object... values) {
    return http.withBasicAuth(user, "demo")
        .exchange(
            RequestEntity.post(url, values)
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(list),
            JsonNode.class);
  }

  private String due() {
    return jdbc.sql("select due::text from milestone").query(String.class).single();
  }
}
