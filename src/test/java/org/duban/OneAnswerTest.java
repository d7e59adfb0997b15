package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.camunda.bpm.engine.task.Task;
import org.duban.programme.Programme;
import org.duban.workflow.InventedYear;
import org.duban.workflow.Office;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same question, asked of every face that the program shows, has one answer. */
@DubanTest
class OneAnswerTest {

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Map<String, String> LIGHTS =
      Map.of("GREEN", "绿灯", "YELLOW", "黄灯", "RED", "红灯");
  private static final Map<String, String> STANDINGS =
      Map.of(
          "AHEAD", "提前完成",
          "ON_TIME", "按期完成",
          "LATE", "逾期完成",
          "ON_TRACK", "正常推进",
          "BEHIND", "滞后",
          "SUSPENDED", "中止计时",
          "WITHDRAWN", "已撤销");

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:2021年6月底

      牵头部门:市场监督管理局、应急管理局

      配合部门:财政金融局
      """;
  private static final String ONE_LEAD = LIST.replace("、应急管理局", "");

  @Autowired private Office office;
  @Autowired private InventedYear year;
  @Autowired private TestRestTemplate http;
  @Autowired private List<MeterBinder> binders;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  private int times;

  // ---- open, light, level, standing

  @Test
  void allYearLongEveryFaceCountsTheSame() {
    year.live(
        2022,
        () -> {
          if (++times == 5 || times == 10) {
            JsonNode board = json("leader", "/api/v1/board");
            listsCountAsTheBoardDoes(board);
            metricsCountAsTheBoardDoes(board);
            theLedgerCountsAsTheBoardDoes(board);
            theBulletinCountsAsTheBoardDoes(board);
            scoresCountAsTheBoardDoes(board);
            assertThat(figuresThatOpenTheirList(times == 5 ? "czjr" : "leader")).isGreaterThan(20);
          }
        });
  }

  private void listsCountAsTheBoardDoes(JsonNode board) {
    each(board.get("lights"), (light, n) -> assertThat(total("light=" + light)).isEqualTo(n));
    each(board.get("states"), (state, n) -> assertThat(total("state=" + state)).isEqualTo(n));
    each(
        board.get("standings"),
        (standing, n) -> assertThat(total("standing=" + standing)).isEqualTo(n));
    each(
        board.at("/ladder/levels"), (level, n) -> assertThat(total("level=" + level)).isEqualTo(n));
    for (JsonNode kind : board.get("kinds")) {
      String its = "kind=" + kind.get("kind").asText();
      each(
          kind.get("lights"),
          (light, n) -> assertThat(total(its + "&light=" + light)).as(its + light).isEqualTo(n));
    }
    for (JsonNode holder : board.get("departments")) {
      String its = "holder=" + holder.get("department").asText();
      each(
          holder.get("holding"),
          (light, n) -> assertThat(total(its + "&light=" + light)).as(its + light).isEqualTo(n));
    }
  }

  private long total(String query) {
    return json("leader", "/api/v1/milestones?size=1&" + query).get("total").asLong();
  }

  private void metricsCountAsTheBoardDoes(JsonNode board) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    binders.stream()
        .filter(binder -> binder.getClass().getPackageName().startsWith("org.duban.oversight."))
        .forEach(binder -> binder.bindTo(registry));
    each(
        board.get("lights"),
        (light, n) ->
            assertThat(registry.get("duban.milestones").tag("light", light).gauge().value())
                .isEqualTo(n));
    each(
        board.get("states"),
        (state, n) ->
            assertThat(registry.get("duban.milestones.state").tag("state", state).gauge().value())
                .isEqualTo(n));
  }

  private void theLedgerCountsAsTheBoardDoes(JsonNode board) {
    Map<String, Long> told = new HashMap<>();
    for (Map<String, String> row : ledger("台账", "")) {
      told.merge(row.get("灯"), 1L, Long::sum);
      told.merge(row.get("完成情况"), 1L, Long::sum);
    }
    each(
        board.get("lights"),
        (light, n) -> assertThat(told.getOrDefault(LIGHTS.get(light), 0L)).isEqualTo(n));
    each(
        board.get("standings"),
        (standing, n) ->
            assertThat(told.getOrDefault(STANDINGS.get(standing), 0L)).as(standing).isEqualTo(n));
    assertThat((long) ledger("台账", "?light=GREEN").size())
        .isEqualTo(board.at("/lights/GREEN").asLong());
  }

  /** That of the month that runs, up to now. */
  private void theBulletinCountsAsTheBoardDoes(JsonNode board) {
    String words = text(bulletin(YearMonth.now(clock).toString()));
    Map<String, String> where =
        Map.of(
            "AHEAD", "提前(\\d+)个",
            "ON_TIME", "按期(\\d+)个",
            "LATE", "逾期完成(\\d+)个",
            "BEHIND", "滞后(\\d+)个",
            "ON_TRACK", "正常推进(\\d+)个",
            "SUSPENDED", "中止计时(\\d+)个");
    where.forEach(
        (standing, pattern) -> {
          Matcher told = Pattern.compile(pattern).matcher(words);
          assertThat(told.find()).isTrue();
          assertThat(Long.parseLong(told.group(1)))
              .as(standing)
              .isEqualTo(board.at("/standings/" + standing).asLong());
        });
  }

  private void scoresCountAsTheBoardDoes(JsonNode board) {
    Map<String, Long> behind = new TreeMap<>();
    for (JsonNode lead : board.get("leads")) {
      long n = lead.at("/standings/BEHIND").asLong();
      if (n > 0) {
        behind.put(lead.get("department").asText(), n);
      }
    }
    assertThat(overdue(LocalDate.of(2021, 1, 1), LocalDate.now(clock))).isEqualTo(behind);
  }

  private Map<String, Long> overdue(LocalDate from, LocalDate to) {
    Map<String, Long> overdue = new TreeMap<>();
    for (JsonNode one :
        json("leader", "/api/v1/scores?from=" + from + "&to=" + to).get("departments")) {
      for (JsonNode entry : one.get("entries")) {
        if (entry.get("event").asText().equals("OVERDUE")) {
          overdue.merge(one.get("department").asText(), 1L, Long::sum);
        }
      }
    }
    return overdue;
  }

  private int figuresThatOpenTheirList(String reader) {
    int figures = 0;
    Map<String, String> totals = new HashMap<>();
    for (Element link : Jsoup.parse(page(reader, "/board")).select("a[href^=/board/milestones?]")) {
      String shown = figure(link);
      if (shown != null) {
        figures++;
        String list = totals.computeIfAbsent(link.attr("href"), href -> page(reader, href));
        assertThat(list).as(link.outerHtml()).contains("共 " + shown + " 项");
      }
    }
    return figures;
  }

  /** Null where it's a name that opens a list. */
  private static String figure(Element link) {
    Element strong = link.selectFirst("strong");
    String own = strong != null ? strong.text() : link.ownText();
    if (NUMBER.matcher(own).matches()) {
      return own;
    }
    Element beside = link.nextElementSibling();
    return beside != null && beside.text().matches("\\d+ 项")
        ? beside.text().replace(" 项", "")
        : null;
  }

  @Test
  void whatIsClosedSuspendedWithdrawnOrARhythmHasNoClaimOnALight() {
    office.openOn("2021-05-20 08:30");
    office.dispatchTheSample();
    String first = milestone("where p.ordinal = 2 and m.due is not null");
    act("milestones/" + first + "/suspend");
    act(
        "projects/"
            + jdbc.sql("select id from project where ordinal = 3").query(String.class).single()
            + "/withdraw");

    JsonNode board = json("leader", "/api/v1/board");

    assertThat(board.at("/states/REPORTING").asLong()).isEqualTo(total("state=REPORTING"));
    assertThat(board.at("/lights/GREEN").asLong()).isEqualTo(total("light=GREEN"));
    assertThat(total("light=GREEN")).isEqualTo(total("open=true")).isEqualTo(22);
    assertThat(total("")).as("the rhythms are listed, but counted nowhere").isEqualTo(26);
  }

  // ---- light and days overdue

  @Test
  void aMilestoneThatIsResumedOverdueIsRedAtOnceAndNobodyIsToldBeforeTheTick() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(ONE_LEAD);
    String milestone = milestone("");
    office.moveTo("2021-07-06 10:00");
    act("milestones/" + milestone + "/suspend");
    office.moveTo("2021-07-20 10:00");
    long told = count("notification");
    long escalated = count("escalation");

    act("milestones/" + milestone + "/resume");

    JsonNode row = json("leader", "/api/v1/milestones/" + milestone);
    assertThat(row.get("daysOverdue").asLong()).isEqualTo(6);
    assertThat(row.get("light").asText()).isEqualTo("RED");
    assertThat(json("leader", "/api/v1/board").at("/lights/RED").asLong()).isEqualTo(1);
    assertThat(count("escalation")).isEqualTo(escalated);
    assertThat(
            jdbc.sql(
                    "select count(*) from notification where kind like 'LEVEL%' and created_at >= '2021-07-20T10:00:00+08:00'")
                .query(Long.class)
                .single())
        .as("the ladder is the sheet's, told so far: " + told)
        .isZero();
  }

  @Test
  void whatIsSentOutOrMovedAfterItsDayIsRedAtOnceAndClimbsFromThen() {
    office.openOn("2021-07-05 10:00");
    Programme programme = office.dispatch(ONE_LEAD);

    assertThat(lightAndDays()).isEqualTo("RED 5");
    assertThat(count("escalation")).isZero();
    office.moveTo("2021-07-05 23:59");
    assertThat(lightAndDays()).isEqualTo("RED 5");
    office.moveTo("2021-07-06 09:00");
    assertThat(lightAndDays()).isEqualTo("RED 6");
    assertThat(count("escalation")).as("climbs from the day it was sent out").isEqualTo(1);

    office.revise(programme, ONE_LEAD.replace("6月底", "9月底"), "延后。");
    assertThat(lightAndDays()).isEqualTo("GREEN 0");
    office.moveTo("2021-09-28 09:00");
    assertThat(lightAndDays()).isEqualTo("YELLOW 0");
    office.revise(programme, ONE_LEAD.replace("6月底", "8月底"), "提前。");
    assertThat(lightAndDays()).isEqualTo("RED 28");
  }

  private String lightAndDays() {
    JsonNode row = json("leader", "/api/v1/milestones/" + milestone(""));
    return row.get("light").asText() + " " + row.get("daysOverdue").asLong();
  }

  // ---- terms of their own

  @Test
  void overdueSignOffsAreCountedByDepartmentOnEveryFaceAndEachFigureOpensItsList() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(ONE_LEAD.replace("财政金融局", "财政金融局、行政审批服务局"));
    String milestone = milestone("");
    office.moveTo("2021-06-01 10:00");
    file("scjg", "Activity_FileProgressReport", "{\"1\": 5}");
    office.moveTo("2021-06-08 23:00");
    assertThat(signOffs().get("open").asLong()).isEqualTo(2);
    assertThat(signOffs().get("overdue").asLong()).as("its own day is still in time").isZero();

    office.moveTo("2021-06-09 09:00");

    assertThat(signOffs().get("overdue").asLong()).isEqualTo(2);
    assertThat(signOffs().at("/levels/1").asLong()).isEqualTo(2);
    assertThat(json("leader", "/api/v1/board").at("/ladder/levels/1").asLong())
        .as("milestones on level 1, as before")
        .isZero();
    for (JsonNode holder : signOffs().get("holders")) {
      assertThat(holder.get("overdue").asLong() + " " + holder.get("longest").asLong())
          .isEqualTo("1 1");
      assertThat(holder.get("daysPast").asLong()).isEqualTo(1);
    }
    assertThat(total("term=SIGN_OFF&overdue=true")).isEqualTo(2);
    assertThat(total("term=SIGN_OFF&level=1")).isEqualTo(2);
    assertThat(total("term=SIGN_OFF&holder=czjr&overdue=true")).isEqualTo(1);
    assertThat(total("term=SIGN_OFF&overdue=false")).isZero();
    assertThat(total("overdue=true"))
        .as("the milestone itself is due on the last of June")
        .isZero();
    JsonNode row =
        json("leader", "/api/v1/milestones?term=SIGN_OFF&holder=czjr").at("/content/0/term");
    assertThat(row.get("due").asText() + " " + row.get("daysOverdue").asLong())
        .isEqualTo("2021-06-08 1");
    assertThat(figuresThatOpenTheirList("leader")).isGreaterThan(10);
    assertThat(page("leader", "/board")).contains("逾期会签", "在办 2 件，逾期 2 件");
    assertThat(page("leader", "/board/milestones?term=SIGN_OFF&holder=czjr&overdue=true"))
        .contains("财政金融局 · 在办的会签 · 逾期", "2021年6月8日", "逾期 1 天", "一级督办");
    Map<String, String> ledger = ledger("台账", "").get(0);
    assertThat(ledger)
        .containsEntry("逾期会签", "2")
        .containsEntry("逾期会签单位", "财政金融局（1 天）、行政审批服务局（1 天）");
    assertThat(ledger("台账", "?term=SIGN_OFF&holder=czjr&overdue=true")).hasSize(1);
    assertThat(ledger("台账", "?term=SIGN_OFF&holder=ga&overdue=true")).isEmpty();
    assertThat(text(bulletin("2021-06"))).contains("财政金融局 1 件", "行政审批服务局 1 件");
    assertThat(tables(bulletin("2021-06"))).contains("财政金融局\t6月8日\t1\t一、保障食品药品安全");

    act("milestones/" + milestone + "/suspend");
    assertThat(signOffs().get("open").asLong()).isZero();
    assertThat(total("term=SIGN_OFF")).isZero();
    assertThat(ledger("台账", "").get(0)).containsEntry("逾期会签", "0");
    assertThat(text(bulletin("2021-06"))).doesNotContain("财政金融局 1 件");
    office.moveTo("2021-07-01 10:00");
    act("milestones/" + milestone + "/resume");
    office.complete("xzsp", "Activity_SignOff", Map.of("decision", "AGREE"));
    assertThat(signOffs().get("overdue").asLong()).isEqualTo(1);
    assertThat(total("term=SIGN_OFF&overdue=true")).isEqualTo(1);
    assertThat(signOffs().at("/levels/1").asLong()).isEqualTo(1);
  }

  private JsonNode signOffs() {
    for (JsonNode term : json("leader", "/api/v1/board").get("terms")) {
      if (term.get("term").asText().equals("SIGN_OFF")) {
        return term;
      }
    }
    throw new AssertionError("no sign-offs on the board");
  }

  @Test
  void asOfAMonthThatIsOverTheBulletinTellsTheSignOffsThatWereOverdueThen() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(ONE_LEAD.replace("2021年6月底", "2021年12月底"));
    String milestone = milestone("");
    office.moveTo("2021-06-21 10:00");
    file("scjg", "Activity_FileProgressReport", "{\"1\": 5}");
    office.moveTo("2021-07-01 00:00");
    String then = text(bulletin("2021-06")) + tables(bulletin("2021-06"));
    assertThat(then).contains("财政金融局\t6月28日\t2\t一、保障食品药品安全");

    act("milestones/" + milestone + "/suspend");
    office.moveTo("2021-07-20 10:00");
    act("milestones/" + milestone + "/resume");
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.moveTo("2021-08-02 10:00");

    assertThat(text(bulletin("2021-06")) + tables(bulletin("2021-06"))).isEqualTo(then);
    assertThat(text(bulletin("2021-07"))).doesNotContain("财政金融局 1 件");
  }

  // ---- late

  @Test
  void onTheDueDayItselfNobodyIsLateAnywhereAndOnTheNextOneEverywhere() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(ONE_LEAD);
    office.moveTo("2021-06-30 23:59");
    assertThat(text(bulletin("2021-06"))).contains("滞后0个");
    assertThat(behind()).isZero();

    office.moveTo("2021-07-01 00:00");

    assertThat(behind()).isEqualTo(1);
    assertThat(text(bulletin("2021-06"))).contains("截至2021年6月30日", "滞后0个", "正常推进1个");
    assertThat(text(bulletin("2021-07"))).contains("截至2021年7月1日", "滞后1个");
    LocalDate june = LocalDate.parse("2021-06-01");
    assertThat(overdue(june, LocalDate.parse("2021-06-30"))).isEmpty();
    assertThat(overdue(june, LocalDate.parse("2021-07-01"))).containsOnlyKeys("scjg");
  }

  private long behind() {
    return json("leader", "/api/v1/board").at("/standings/BEHIND").asLong();
  }

  // ---- extended

  @Test
  void anExtensionIsToldInTheMonthItWasGrantedAndInTheMonthWhoseDateItTookAway() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(ONE_LEAD);
    ResponseEntity<JsonNode> asked =
        http.withBasicAuth("scjg-head", "demo")
            .postForEntity(
                "/api/v1/milestones/" + milestone("") + "/extension-requests",
                Map.of("newDue", "2021-08-30", "reason", "汛期不能施工。"),
                JsonNode.class);
    assertThat(asked.getStatusCode().is2xxSuccessful()).isTrue();
    office.complete("duban", "Activity_EndorseExtension", Map.of("decision", "APPROVE"));
    office.complete("leader", "Activity_DecideExtension", Map.of("decision", "APPROVE"));
    office.moveTo("2021-09-01 09:00");

    String told = "保障食品药品安全\t市场监督管理局\t6月30日\t8月30日";
    assertThat(tables(bulletin("2021-05"))).contains(told);
    assertThat(tables(bulletin("2021-06"))).contains(told);
    assertThat(tables(bulletin("2021-07"))).doesNotContain(told);
    assertThat(tables(bulletin("2021-08"))).doesNotContain(told);
    assertThat(ledger("台账", "").get(0)).containsEntry("延期次数", "1");
  }

  // ---- reported

  @Test
  void aFigureThatALaterReportOfTheRoundLeavesOutIsReportedEverywhere() {
    office.openOn("2021-05-20 08:30");
    Programme programme = office.dispatch(LIST);
    office.moveTo("2021-06-21 10:00");
    file("scjg", "Activity_FileProgressReport", "{\"1\": 5}");
    file("yjgl", "Activity_FileProgressReport", "{}");
    file("scjg", "Activity_ConsolidateReport", "{}");

    assertThat(reported(programme)).containsOnly("5");

    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    assertThat(publicly(programme)).isEqualTo("5");
  }

  @Test
  void aReturnedFigureIsReportedNowhereUntilItIsGivenAgain() {
    office.openOn("2021-05-20 08:30");
    Programme programme = office.dispatch(ONE_LEAD);
    office.moveTo("2021-06-15 10:00");
    file("scjg", "Activity_FileProgressReport", "{\"1\": 4}");
    assertThat(reported(programme)).containsOnly("4");
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete(
        "duban", "Activity_ReviewReport", Map.of("decision", "RETURN", "opinion", "数字有误。"));
    office.moveTo("2021-06-16 10:00");
    file("scjg", "Activity_FileProgressReport", "{}");

    assertThat(reported(programme)).containsOnly("none");

    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete(
        "duban", "Activity_ReviewReport", Map.of("decision", "RETURN", "opinion", "没有数字。"));
    office.moveTo("2021-07-05 10:00");
    file("scjg", "Activity_FileProgressReport", "{\"1\": 5}");
    assertThat(tables(bulletin("2021-06")))
        .as("June is told as it was")
        .contains("新建放心消费示范药店\t=5家\t—\t未报");
    assertThat(reportedNow()).containsOnly("5");
  }

  @Test
  void aFigureReportedBeforeItsProjectWasRewordedCountsNowhere() {
    office.openOn("2021-05-20 08:30");
    Programme programme = office.dispatch(ONE_LEAD);
    office.moveTo("2021-06-15 10:00");
    file("scjg", "Activity_FileProgressReport", "{\"1\": 4}");

    office.moveTo("2021-06-16 10:00");
    office.revise(programme, ONE_LEAD.replace("新建放心消费示范药店5家", "治理河道5条"), "任务调整。");

    assertThat(reportedNow()).containsOnly("none");
  }

  /** What each face says, June's bulletin among them. */
  private List<String> reported(Programme programme) {
    List<String> said = new ArrayList<>(reportedNow());
    Matcher told = Pattern.compile("=5家\\t(?:(\\d+)家|—)").matcher(tables(bulletin("2021-06")));
    assertThat(told.find()).as("promise of " + programme.id()).isTrue();
    said.add(told.group(1) == null ? "none" : told.group(1));
    return said;
  }

  private List<String> reportedNow() {
    List<String> said = new ArrayList<>();
    String project = jdbc.sql("select id from project").query(String.class).single();
    Element page = Jsoup.parse(page("leader", "/projects/" + project));
    said.add(number(page.selectFirst("td[data-label=最近所报]").text()));
    said.add(number(ledger("台账", "").get(0).get("量化指标").replaceAll(".* / ", "")));
    said.add(number(ledger("量化指标", "").get(0).get("实际值")));
    if (office.tasksOf("czjr").stream()
        .anyMatch(task -> task.getTaskDefinitionKey().equals("Activity_SignOff"))) {
      Matcher shown =
          Pattern.compile("(?:药店|河道) (?:(\\d+)[家条]|未报)（目标").matcher(page("czjr", "/sign-offs"));
      assertThat(shown.find()).isTrue();
      said.add(shown.group(1) == null ? "none" : shown.group(1));
    }
    return said;
  }

  private static String number(String words) {
    Matcher found = NUMBER.matcher(words == null ? "" : words);
    return found.find() ? found.group() : "none";
  }

  private String publicly(Programme programme) {
    act("programmes/" + programme.id() + "/publication");
    return json("leader", "/api/v1/public/progress")
        .findValue("commitments")
        .get(0)
        .get("reached")
        .asText();
  }

  private void file(String user, String kind, String actuals) {
    Task task = office.taskOf(user, kind);
    office.complete(user, task, Map.of("narrative", "已办。", "percent", 100, "actuals", actuals));
  }

  // ---- reading

  private interface Figure {
    void check(String name, long n);
  }

  private static void each(JsonNode counts, Figure figure) {
    assertThat(counts.isEmpty()).isFalse();
    counts.fields().forEachRemaining(one -> figure.check(one.getKey(), one.getValue().asLong()));
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private String milestone(String which) {
    return jdbc.sql(
            "select m.id from milestone m join project p on p.id = m.project_id "
                + which
                + " order by m.due limit 1")
        .query(String.class)
        .single();
  }

  private void act(String path) {
    ResponseEntity<JsonNode> answer =
        http.withBasicAuth("duban", "demo")
            .postForEntity("/api/v1/" + path, Map.of("reason", "工作需要。"), JsonNode.class);
    assertThat(answer.getStatusCode().is2xxSuccessful()).as(path + answer.getBody()).isTrue();
  }

  private JsonNode json(String user, String path) {
    ResponseEntity<JsonNode> answer =
        http.withBasicAuth(user, "demo").getForEntity(path, JsonNode.class);
    assertThat(answer.getStatusCode()).as(path).isEqualTo(HttpStatus.OK);
    return answer.getBody();
  }

  private String page(String user, String path) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAccept(List.of(MediaType.TEXT_HTML));
    URI there = URI.create(http.getRootUri() + path);
    ResponseEntity<String> answer =
        http.withBasicAuth(user, "demo")
            .exchange(RequestEntity.get(there).headers(headers).build(), String.class);
    assertThat(answer.getStatusCode()).as(path).isEqualTo(HttpStatus.OK);
    return answer.getBody();
  }

  private XWPFDocument bulletin(String month) {
    byte[] document =
        http.withBasicAuth("duban", "demo")
            .getForObject("/api/v1/bulletin.docx?month=" + month, byte[].class);
    try {
      return new XWPFDocument(new ByteArrayInputStream(document));
    } catch (IOException e) {
      throw new AssertionError("no Word file", e);
    }
  }

  private static String text(XWPFDocument document) {
    StringBuilder text = new StringBuilder();
    for (XWPFParagraph paragraph : document.getParagraphs()) {
      text.append(paragraph.getText()).append('\n');
    }
    return text.toString();
  }

  /** Cells with tabs between them. */
  private static String tables(XWPFDocument document) {
    StringBuilder text = new StringBuilder();
    for (XWPFTable table : document.getTables()) {
      text.append(table.getText()).append('\n');
    }
    return text.toString();
  }

  private List<Map<String, String>> ledger(String sheet, String query) {
    byte[] file =
        http.withBasicAuth("duban", "demo")
            .getForObject("/api/v1/ledger.xlsx" + query, byte[].class);
    List<Map<String, String>> rows = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      Sheet shown = workbook.getSheet(sheet);
      for (Row row : shown) {
        if (row.getRowNum() > 0) {
          Map<String, String> cells = new HashMap<>();
          row.forEach(
              cell ->
                  cells.put(
                      shown.getRow(0).getCell(cell.getColumnIndex()).getStringCellValue(),
                      switch (cell.getCellType()) {
                        case NUMERIC ->
                            String.valueOf(cell.getNumericCellValue()).replaceAll("\\.0$", "");
                        default -> cell.toString();
                      }));
          rows.add(cells);
        }
      }
    } catch (IOException e) {
      throw new AssertionError("no workbook", e);
    }
    return rows;
  }
}
