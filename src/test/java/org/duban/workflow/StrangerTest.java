package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duban.DubanTest;
import org.duban.evidence.Attachments;
import org.duban.security.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** Who has no part in item 13 finds nothing of it, whatever id they have come by. */
@DubanTest
class StrangerTest {

  private static final String STRANGER = "zgh";
  private static final List<String> ENGINES =
      List.of("/engine-rest", "/camunda/api/engine/engine/default");

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  private String milestone;

  /** A report with its evidence, an objection, a sign-off, an escalation and a substitution. */
  @BeforeEach
  void muchHappensAroundItemThirteen() {
    office.openOn("2021-05-20 08:30");
    office.dispatchTheSample();
    milestone = one("select id from milestone where due = '2021-06-30' and project_id like '%.13'");
    attach();
    office.moveTo("2021-07-06 09:00");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("检查312家。", 60));
    office.complete("ga", signOff("ga"), Map.of("decision", "OBJECT", "opinion", "数字不符。"));
    office.complete("zrzy", signOff("zrzy"), Map.of("decision", "AGREE"));
  }

  private org.camunda.bpm.engine.task.Task signOff(String user) {
    return office.tasksOf(user).stream()
        .filter(task -> task.getName().startsWith("会签：十三、"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ourOwnRoutesSayThatNothingIsThere() {
    String id = URLEncoder.encode(milestone, StandardCharsets.UTF_8);
    String project = one("select project_id from milestone where id = '" + milestone + "'");
    String evidence = one("select id from evidence");
    List<String> routes =
        List.of(
            "/api/v1/milestones/" + id,
            "/api/v1/milestones/" + id + "/trail",
            "/api/v1/milestones/" + id + "/ladder",
            "/api/v1/milestones/" + id + "/figures",
            "/api/v1/milestones/" + id + "/evidence",
            "/api/v1/milestones/" + id + "/extension-requests",
            "/api/v1/projects/" + project,
            "/api/v1/evidence/" + evidence,
            "/api/v1/evidence/" + evidence + "/pages",
            "/api/v1/evidence/" + evidence + "/pages/1",
            "/milestones/ladder?id=" + id);

    assertThat(statuses(routes))
        .hasSize(routes.size())
        .allSatisfy((route, status) -> assertThat(status).isEqualTo(404));
    assertThat(bodyOf("/api/v1/escalations")).doesNotContain(milestone);
    assertThat(bodyOf("/api/v1/notifications?milestone=" + id)).doesNotContain("食品");
    assertThat(bodyOf("/api/v1/substitutions")).isEqualTo("[]");
  }

  @Test
  void theEnginesRoutesSayThatNothingIsThere() {
    List<String> routes = new ArrayList<>();
    for (String engine : ENGINES) {
      for (String task : ids("select id_ from act_ru_task where name_ like '%十三、%'")) {
        for (String part :
            List.of(
                "",
                "/form",
                "/form-variables",
                "/rendered-form",
                "/variables",
                "/variables/milestoneId",
                "/identity-links",
                "/localVariables")) {
          routes.add(engine + "/task/" + task + part);
        }
      }
      for (String instance :
          ids("select distinct proc_inst_id_ from act_ru_task where name_ like '%十三、%'")) {
        for (String part : List.of("", "/variables", "/activity-instances")) {
          routes.add(engine + "/process-instance/" + instance + part);
        }
        routes.add(engine + "/history/process-instance/" + instance);
      }
      for (String execution :
          ids("select distinct execution_id_ from act_ru_task where name_ like '%十三、%'")) {
        routes.add(engine + "/execution/" + execution);
        routes.add(engine + "/execution/" + execution + "/localVariables");
      }
      for (String variable :
          ids("select id_ from act_ru_variable where text_ = '" + milestone + "'")) {
        routes.add(engine + "/variable-instance/" + variable);
      }
    }

    Map<String, Integer> statuses = statuses(routes);

    assertThat(statuses).hasSizeGreaterThan(60);
    assertThat(statuses.entrySet().stream().filter(entry -> entry.getValue() != 404).toList())
        .isEmpty();
  }

  @Test
  void nothingOfItCanBeDoneEither() {
    Visitor stranger = Visitor.basic(port, STRANGER, "demo");
    for (String task : ids("select id_ from act_ru_task where name_ like '%十三、%'")) {
      for (String act : List.of("claim", "complete", "submit-form", "resolve", "assignee")) {
        String route = "/engine-rest/task/" + task + "/" + act;
        assertThat(stranger.post(route, "{\"userId\": \"zgh\"}").statusCode())
            .as(route)
            .isEqualTo(404);
      }
    }
  }

  private Map<String, Integer> statuses(List<String> routes) {
    Visitor stranger = Visitor.basic(port, STRANGER, "demo");
    Map<String, Integer> statuses = new TreeMap<>();
    routes.forEach(
        route ->
            statuses.put(route, stranger.send("GET", route, null, "Accept", "*/*").statusCode()));
    return statuses;
  }

  private String bodyOf(String route) {
    return Visitor.basic(port, STRANGER, "demo").get(route).body();
  }

  private List<String> ids(String sql) {
    List<String> ids = jdbc.sql(sql).query(String.class).list();
    assertThat(ids).as(sql).isNotEmpty();
    return ids;
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private void attach() {
    var form = new LinkedMultiValueMap<String, Object>();
    form.add(
        "file",
        new ByteArrayResource(Attachments.pdf()) {
          @Override
          public String getFilename() {
            return "检查记录.pdf";
          }
        });
    assertThat(
            http.withBasicAuth("scjg", "demo")
                .exchange(
                    RequestEntity.post("/api/v1/milestones/" + milestone + "/evidence")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .body(form),
                    String.class)
                .getStatusCode())
        .isEqualTo(HttpStatus.CREATED);
  }
}
