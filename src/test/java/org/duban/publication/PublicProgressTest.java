package org.duban.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duban.DubanTest;
import org.duban.oversight.TrailReference;
import org.duban.oversight.TrailReference.Obligation;
import org.duban.security.Visitor;
import org.duban.workflow.Office;
import org.duban.workflow.RehearsedYear;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What anyone reads of a year, and what nobody does. */
@DubanTest
class PublicProgressTest {

  private static final String API = "/api/v1/public/progress";
  private static final String PAGE = "/public/progress";

  @LocalServerPort private int port;
  @Autowired private RehearsedYear year;
  @Autowired private TrailReference reference;
  @Autowired private Publications publications;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcClient jdbc;

  private String programme;

  @BeforeEach
  void theYearIsOver() {
    programme = year.run().id();
    jdbc.sql("delete from publication").update();
  }

  /** The trail is put back too, so that the year needn't run again. */
  @AfterEach
  void nothingIsOpenAnyMore() {
    jdbc.sql("delete from publication").update();
    jdbc.sql("delete from trail where what like 'PUBLICATION%'").update();
  }

  @Test
  void nothingIsPublicUntilTheOfficeOpensItAndAfterItEndsIt() throws Exception {
    assertThat(projects()).isEmpty();
    assertThat(Visitor.anonymous(port).page(PAGE).body()).contains("目前没有公开的清单");
    String path = "/api/v1/programmes/" + programme + "/publication";

    assertThat(Visitor.basic(port, "leader", "demo").post(path, "").statusCode()).isEqualTo(403);
    assertThat(Visitor.basic(port, "duban", "demo").post(path, "").statusCode()).isEqualTo(200);
    assertThat(Visitor.basic(port, "duban", "demo").post(path, "").statusCode()).isEqualTo(200);
    assertThat(projects()).hasSize(22);
    assertThat(Visitor.basic(port, "duban", "demo").send("DELETE", path, "").statusCode())
        .isEqualTo(204);

    assertThat(projects()).isEmpty();
    assertThat(
            jdbc.sql("select what from trail where what like 'PUBLICATION%' order by id")
                .query(String.class)
                .list())
        .containsExactly("PUBLICATION_OPENED", "PUBLICATION_ENDED");
    assertThat(
            Visitor.basic(port, "duban", "demo")
                .post("/api/v1/programmes/none/publication", "")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void everyFigureIsOneThatWasAcceptedAsTheTrailTellsIt() {
    publications.open(programme, "duban");

    Map<String, String> shown = new TreeMap<>();
    for (JsonNode project : projects()) {
      for (JsonNode one : project.get("commitments")) {
        shown.put(
            project.get("number").asText() + "/" + one.get("number").asInt(),
            one.get("reached").isNull()
                ? "none"
                : one.get("reached").decimalValue().stripTrailingZeros().toPlainString()
                    + " on "
                    + one.get("asOf").asText());
      }
    }

    assertThat(shown).isEqualTo(accepted()).containsValue("none");
    assertThat(shown.values()).anyMatch(value -> value.endsWith("2022-01-06"));
  }

  /** By the reference: of each commitment, the figure with which a milestone was closed last. */
  private Map<String, String> accepted() {
    List<Obligation> closed =
        reference.at(programme, Office.at(RehearsedYear.END)).stream()
            .filter(one -> one.state().equals("CLOSED"))
            .sorted(
                java.util.Comparator.comparing(Obligation::closedOn).thenComparing(Obligation::due))
            .toList();
    Map<String, String> figures = new TreeMap<>();
    jdbc.sql(
            """
            select p.id, p.number || '/' || c.number as key, c.number
            from commitment c join project p on p.id = c.project_id where p.programme_id = :programme
            """)
        .param("programme", programme)
        .query(
            row -> {
              String figure = "none";
              for (Obligation one : closed) {
                var reached = one.accepted().get(row.getInt("number"));
                if (one.project().equals(row.getString("id")) && reached != null) {
                  figure = reached.stripTrailingZeros().toPlainString() + " on " + one.closedOn();
                }
              }
              figures.put(row.getString("key"), figure);
            });
    return figures;
  }

  @Test
  void theStagesAreThoseOfTheTrail() {
    publications.open(programme, "duban");
    Map<Integer, List<String>> states = new TreeMap<>();
    reference
        .at(programme, Office.at(RehearsedYear.END))
        .forEach(
            one ->
                states.computeIfAbsent(one.ordinal(), any -> new ArrayList<>()).add(one.state()));
    List<Integer> longTerm = List.of(6, 13);

    List<String> expected = new ArrayList<>();
    states.forEach(
        (ordinal, its) -> {
          boolean all = its.stream().allMatch("CLOSED"::equals) && !longTerm.contains(ordinal);
          expected.add(
              its.contains("WITHDRAWN")
                  ? "WITHDRAWN"
                  : all ? "COMPLETED" : its.contains("CLOSED") ? "STAGE_REACHED" : "UNDER_WAY");
        });

    assertThat(projects()).extracting(one -> one.get("stage").asText()).isEqualTo(expected);
    assertThat(expected).contains("WITHDRAWN", "COMPLETED", "STAGE_REACHED", "UNDER_WAY");
  }

  @Test
  void noPersonAndNothingUnreleasedIsNamed() {
    publications.open(programme, "duban");
    List<String> people =
        jdbc.sql("select distinct last_ || first_ from act_id_user where last_ is not null")
            .query(String.class)
            .list();

    for (String body :
        List.of(
            Visitor.anonymous(port).get(API).body(), Visitor.anonymous(port).page(PAGE).body())) {
      assertThat(body)
          .contains("治理水土流失面积", "市场监督管理局", "2021年6月底取得阶段性成效")
          .doesNotContain("duban-head", "scjg", "逾期", "敬老院改造缺验收材料", "慰问资金数额与拨付不符", "\"null");
      assertThat(people).hasSizeGreaterThan(20).noneMatch(body::contains);
    }
  }

  @Test
  void browsersAndProxiesMayKeepItAndAreToldThatItStillHolds() {
    publications.open(programme, "duban");
    for (String path : List.of(PAGE, API)) {
      HttpResponse<String> first = Visitor.anonymous(port).page(path);
      String tag = first.headers().firstValue("ETag").orElseThrow();

      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.headers().firstValue("Cache-Control"))
          .hasValueSatisfying(value -> assertThat(value).contains("public", "max-age=300"));
      assertThat(first.headers().map()).doesNotContainKey("set-cookie");
      HttpResponse<String> again =
          Visitor.anonymous(port)
              .send("GET", path, "", "If-None-Match", tag, "Accept", "text/html,*/*;q=0.8");
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
    publications.end(programme, "duban");
    assertThat(Visitor.anonymous(port).page(PAGE).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyReadingIsOpenToEveryone() {
    assertThat(Visitor.anonymous(port).post(API, "{}").statusCode()).isIn(401, 403);
    assertThat(Visitor.anonymous(port).get("/api/v1/public/other").statusCode()).isEqualTo(401);
    assertThat(Visitor.anonymous(port).get("/public/other").statusCode()).isNotEqualTo(200);
    assertThat(Visitor.anonymous(port).get(API + "?size=0").statusCode()).isEqualTo(400);
  }

  private List<JsonNode> projects() {
    try {
      List<JsonNode> projects = new ArrayList<>();
      json.readTree(Visitor.anonymous(port).get(API).body())
          .get("programmes")
          .forEach(one -> one.get("projects").forEach(projects::add));
      return projects;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
