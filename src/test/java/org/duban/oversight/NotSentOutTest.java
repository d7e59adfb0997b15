package org.duban.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.duban.DubanTest;
import org.duban.oversight.board.MilestoneGauges;
import org.duban.oversight.counter.Counters;
import org.duban.oversight.counter.Tally;
import org.duban.oversight.ledger.LedgerCommitment;
import org.duban.oversight.ledger.LedgerRows;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.programme.MilestoneState;
import org.duban.programme.Programme;
import org.duban.security.Caller;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list that is registered and not sent out: nobody but the supervising office knows of it, and it
 * counts nowhere until it goes out.
 */
@DubanTest
class NotSentOutTest {

  private static final String HEAD = "济宁高新区2021年度%s民生项目清单\n\n";
  private static final String SHOPS =
      """
      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:2021年6月底

      牵头部门:市场监督管理局

      配合部门:财政金融局

      """;
  private static final String SCHOOLS =
      """
      二、改建农村学校。

      改建农村学校8所。

      完成时限:2021年6月底取得阶段性成效,12月底前完成

      牵头部门:市场监督管理局

      配合部门:财政金融局

      """;
  private static final String ROADS =
      """
      三、修建农村公路。

      新建农村公路12公里。

      完成时限:2021年6月底

      牵头部门:市场监督管理局

      配合部门:财政金融局

      """;
  private static final List<String> OTHERS = List.of("leader", "scjg", "czjr", "scjg-head");

  @Autowired private Office office;
  @Autowired private LedgerRows ledger;
  @Autowired private Forecasts forecasts;
  @Autowired private MilestoneGauges gauges;
  @Autowired private Tally tally;
  @Autowired private Counters counters;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;

  private Programme out;
  private Programme waiting;

  @BeforeEach
  void oneListIsOutAndOneWaits() {
    office.openOn("2021-05-20 08:30");
    out = office.dispatch(HEAD.formatted("重点") + SHOPS);
    waiting = office.register(HEAD.formatted("第二批") + SCHOOLS.replace("二、", "一、"));
    office.moveTo("2021-10-08 09:00");
  }

  @Test
  void onlyTheOfficeSeesIt() {
    String project = only("select id from project where programme_id = :waiting");
    String milestone = only("select min(id) from milestone where project_id like :waiting || '.%'");
    List<String> routes =
        List.of(
            "/api/v1/programmes/" + waiting.id(),
            "/api/v1/projects/" + project,
            "/projects/" + project,
            "/api/v1/milestones/" + milestone,
            "/api/v1/milestones/" + milestone + "/trail",
            "/api/v1/milestones/" + milestone + "/ladder",
            "/api/v1/milestones/" + milestone + "/figures",
            "/api/v1/milestones/" + milestone + "/evidence",
            "/api/v1/milestones/" + milestone + "/extension-requests",
            "/milestones/ladder?id=" + milestone);
    for (String route : routes) {
      assertThat(status("duban", route)).as("duban " + route).isEqualTo(HttpStatus.OK);
      for (String user : OTHERS) {
        assertThat(status(user, route)).as(user + " " + route).isEqualTo(HttpStatus.NOT_FOUND);
      }
    }
    assertThat(ids(get("duban", "/api/v1/programmes")))
        .containsExactlyInAnyOrder(out.id(), waiting.id());
    for (String user : OTHERS) {
      assertThat(ids(get(user, "/api/v1/programmes"))).as(user).containsExactly(out.id());
      assertThat(get(user, "/api/v1/milestones?state=PLANNED").get("total").asInt())
          .as(user)
          .isZero();
    }
    JsonNode planned = get("duban", "/api/v1/milestones?state=PLANNED");
    assertThat(planned.get("total").asInt()).isEqualTo(2);
    for (JsonNode row : planned.get("content")) {
      assertThat(row.get("programme").asText()).isEqualTo(waiting.id());
      assertThat(row.get("state").asText()).isEqualTo("PLANNED");
      assertThat(row.get("daysOverdue").asInt()).isZero();
    }
    assertThat(
            http.withBasicAuth("duban", "demo").getForObject("/projects/" + project, String.class))
        .contains("待交办")
        .doesNotContain("滞后");
  }

  @Test
  void itCountsNowhereUntilItGoesOut() throws IOException {
    counted(1, Set.of(out.id()));
    assertThat(overdueIn("2021-04-01", "2021-07-31")).containsExactly(out.id());
    assertThat(bulletin("2021-09")).contains("食品药品").doesNotContain("农村学校");
    Forecast nothing = forecasts.of(waiting.id());
    assertThat(nothing.workload()).isEmpty();
    assertThat(nothing.daysOff()).isEmpty();

    tally.fold();
    office.send(waiting);

    assertThat(counters.compare().drift()).isZero();
    counted(3, Set.of(out.id(), waiting.id()));
    tally.fold();
    assertThat(counters.compare().drift()).isZero();
    counted(3, Set.of(out.id(), waiting.id()));
    office.moveTo("2021-11-02 09:00");
    assertThat(overdueIn("2021-04-01", "2021-07-31"))
        .as("counted from its dispatch")
        .containsExactly(out.id());
    assertThat(overdueIn("2021-10-01", "2021-10-31")).containsExactly(waiting.id());
    assertThat(bulletin("2021-09")).doesNotContain("农村学校");
    assertThat(bulletin("2021-10")).contains("农村学校");
    assertThat(forecasts.of(waiting.id()).workload()).isNotEmpty();
  }

  @Test
  void whatWasTakenOffTheListBeforeItWentOutWasNeverAnObligation() {
    Programme third =
        office.register(
            HEAD.formatted("第三批") + SCHOOLS.replace("二、", "一、") + ROADS.replace("三、", "二、"));
    office.revise(
        third,
        HEAD.formatted("第三批") + SCHOOLS.replace("二、", "一、").replace("2021年6月底取得阶段性成效,", "2021年"),
        "经区政府常务会议议定。");
    tally.fold();
    office.send(third);

    assertThat(counters.compare().drift()).isZero();
    tally.fold();
    assertThat(counters.compare().drift()).isZero();
    assertThat(get("duban", "/api/v1/milestones?programme=" + third.id()).get("content"))
        .allSatisfy(row -> assertThat(row.get("title").asText()).isEqualTo("改建农村学校"));
    assertThat(board("duban", third.id()).get("states").get("WITHDRAWN").asInt())
        .isEqualTo(
            get("duban", "/api/v1/milestones?state=WITHDRAWN&programme=" + third.id())
                .get("total")
                .asInt());
  }

  @Test
  void aProjectThatARevisionAddsCountsFromItsOwnDispatch() {
    office.revise(out, HEAD.formatted("重点") + SHOPS + SCHOOLS, "经区政府常务会议议定。");

    for (String user : List.of("duban", "leader", "scjg", "czjr")) {
      assertThat(get(user, "/api/v1/milestones").get("total").asInt()).as(user).isEqualTo(3);
    }
    assertThat(overdueIn("2021-04-01", "2021-07-31"))
        .as("what was added in October was not owed in June")
        .containsExactly(out.id());
    assertThat(facts("2021-04-01", "2021-07-31")).hasSize(1);
    assertThat(facts("2021-10-01", "2021-10-31")).hasSize(1);
    assertThat(counters.compare().drift()).isZero();
  }

  /** In board, lists, ledger and metrics, for everybody who sees them. */
  private void counted(int milestones, Set<String> lists) {
    for (String user : List.of("duban", "leader", "scjg", "czjr")) {
      JsonNode board = board(user, null);
      assertThat(sum(board.get("states"))).as("board of " + user).isEqualTo(milestones);
      assertThat(board.at("/states/PLANNED").asInt()).isZero();
      assertThat(board.at("/standings/BEHIND").asInt()).as(user).isEqualTo(lists.size());
      assertThat(ids(board.at("/programmes/content"), "programme"))
          .as(user)
          .containsExactlyInAnyOrderElementsOf(lists);
      JsonNode list = get(user, "/api/v1/milestones");
      assertThat(list.get("total").asInt()).as("list of " + user).isEqualTo(milestones);
      assertThat(new HashSet<>(ids(list.get("content"), "programme"))).isEqualTo(lists);
    }
    assertThat(inLedger(MilestoneFilter.ANY)).isEqualTo(milestones);
    if (lists.size() == 1) {
      assertThat(board("duban", waiting.id()).at("/programmes/total").asInt()).isZero();
      assertThat(sum(board("duban", waiting.id()).get("states"))).isZero();
      assertThat(get("duban", "/api/v1/milestones?standing=BEHIND&lead=scjg").get("total").asInt())
          .isEqualTo(1);
    }
    assertThat(gauges.counted().states().get(MilestoneState.REPORTING)).isEqualTo(milestones);
    assertThat(gauges.counted().states().get(MilestoneState.PLANNED)).isZero();
  }

  private int inLedger(MilestoneFilter filter) {
    List<Object> rows = new ArrayList<>();
    ledger.eachObligation(filter, new Caller("duban", Set.of("supervising-office")), rows::add);
    List<LedgerCommitment> promises = new ArrayList<>();
    ledger.eachCommitment(filter, new Caller("duban", Set.of("supervising-office")), promises::add);
    assertThat(promises.stream().map(LedgerCommitment::project).distinct().count())
        .isLessThanOrEqualTo(rows.size());
    assertThat(promises.stream().anyMatch(one -> one.project().contains("农村学校")))
        .isEqualTo(rows.size() > 1);
    return rows.size();
  }

  private List<String> overdueIn(String from, String to) {
    return facts(from, to).stream()
        .map(milestone -> milestone.substring(0, milestone.indexOf('.')))
        .toList();
  }

  private List<String> facts(String from, String to) {
    List<String> overdue = new ArrayList<>();
    for (JsonNode department :
        get("duban", "/api/v1/scores?from=" + from + "&to=" + to).get("departments")) {
      for (JsonNode entry : department.get("entries")) {
        if (entry.get("event").asText().equals("OVERDUE")) {
          overdue.add(entry.get("milestone").asText());
        }
      }
    }
    return overdue;
  }

  private String bulletin(String month) throws IOException {
    byte[] document =
        http.withBasicAuth("duban", "demo")
            .getForObject("/api/v1/bulletin.docx?month=" + month, byte[].class);
    try (XWPFWordExtractor text =
        new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(document)))) {
      return text.getText();
    }
  }

  private JsonNode board(String user, String programme) {
    return get(user, "/api/v1/board" + (programme == null ? "" : "?programme=" + programme));
  }

  private static int sum(JsonNode counts) {
    int sum = 0;
    for (JsonNode count : counts) {
      sum += count.asInt();
    }
    return sum;
  }

  private static List<String> ids(JsonNode rows) {
    return ids(rows, "id");
  }

  private static List<String> ids(JsonNode rows, String field) {
    List<String> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(row.get(field).asText()));
    return ids;
  }

  private String only(String sql) {
    return jdbc.sql(sql).param("waiting", waiting.id()).query(String.class).single();
  }

  private HttpStatus status(String user, String path) {
    return HttpStatus.valueOf(
        http.withBasicAuth(user, "demo").getForEntity(path, String.class).getStatusCode().value());
  }

  private JsonNode get(String user, String path) {
    return http.withBasicAuth(user, "demo").getForObject(path, JsonNode.class);
  }
}
