package org.duban.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.programme.Programme;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The bulletin of a June in which one was early, one late, one got more time and one did nothing.
 */
@DubanTest
class BulletinTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:2021年6月底取得阶段性成效,12月底前完成

      牵头部门:市场监督管理局

      二、推进智慧停车。

      新建停车场3处。

      完成时限:2021年6月底

      牵头部门:行政审批服务局

      配合部门:财政金融局

      三、加快水利设施建设。

      治理河道2条。

      完成时限:2021年6月底

      牵头部门:应急管理局

      四、开展文明创建。

      文明创建常抓不懈。

      完成时限:2021年6月底取得阶段性成效,长期坚持

      牵头部门:党政办公室
      """;

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  @Test
  void juneTellsWhoWasEarlyWhoGotMoreTimeAndWhoDidNothing() {
    june();
    office.moveTo("2021-07-01 00:00");

    XWPFDocument june = document("duban", "2021-06");

    assertThat(text(june))
        .startsWith("草稿")
        .contains("督查通报", "济宁高新区督查室", "关于2021年6月重点任务办理情况的通报")
        .contains("截至2021年6月30日，已交办清单1份、事项4项、有期限的节点5个")
        .contains("已完成1个（提前1个、按期0个、逾期完成0个），滞后0个，正常推进4个，中止计时0个")
        .contains("长期坚持事项1项，本月应报的定期报告0期，已报并审核通过0期")
        .doesNotContain("{{", "}}", "[item]");
    assertThat(rows(june, "量化指标"))
        .containsExactly("一、保障食品药品安全|新建放心消费示范药店|=5家|5家|达到", "二、推进智慧停车|新建停车场|=3处|2处|低于目标");
  }

  @Test
  void laggardsAreNamedWithTheDaysThatWereTheirs() {
    june();
    office.moveTo("2021-07-01 00:00");

    assertThat(text(document("duban", "2021-06")))
        .as("what is due on the last of June is still in time on it")
        .contains("三、滞后事项\n无。");
    assertThat(rows(document("duban", "2021-07"), "各单位占用工作日"))
        .containsExactly(
            "二、推进智慧停车（完成）|6月30日|1|行政审批服务局|行政审批服务局（牵头）24 天；财政金融局（配合）5 天",
            "四、开展文明创建（阶段性成效）|6月30日|1|党政办公室|党政办公室（牵头）29 天，其中逾期 1 天");

    office.moveTo("2021-08-01 00:00");

    assertThat(rows(document("duban", "2021-07"), "各单位占用工作日"))
        .contains("二、推进智慧停车（完成）|6月30日|31|行政审批服务局|行政审批服务局（牵头）24 天；财政金融局（配合）26 天，其中逾期 21 天");
  }

  @Test
  void extensionsTheThirdLevelAndWhatComesNextAreTold() {
    june();
    office.moveTo("2021-08-01 00:00");

    assertThat(rows(document("leader", "2021-06"), "申请期限"))
        .containsExactly("三、加快水利设施建设|应急管理局|6月30日|7月30日|汛期不能施工。|同意");
    assertThat(rows(document("leader", "2021-06"), "正常推进").get(0))
        .startsWith("市场监督管理局|2|1|0|0|0|1");
    assertThat(text(document("leader", "2021-07"))).contains("四、延期办理情况\n无。");
    assertThat(rows(document("leader", "2021-07"), "列入日期"))
        .contains("二、推进智慧停车|6月30日|财政金融局|7月14日|未解除");
    assertThat(rows(document("leader", "2021-06"), "事项|节点"))
        .containsExactly("三、加快水利设施建设|完成|7月30日|应急管理局");
  }

  @Test
  void askedInSeptemberJuneIsWhatItWasOnTheFirstOfJuly() {
    Programme programme = june();
    office.moveTo("2021-07-01 00:00");
    String then = everything(document("duban", "2021-06"));

    office.moveTo("2021-07-08 10:00");
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    office.revise(programme, LIST.replace("12月底前完成", "11月底前完成"), "提前完成。");
    act("milestones/" + milestone("四") + "/reassign", Map.of("from", "dzb", "to", "zzb"));
    act("milestones/" + december() + "/suspend", Map.of());
    office.moveTo("2021-07-20 10:00");
    act("milestones/" + december() + "/resume", Map.of());
    act("projects/" + project("三") + "/withdraw", Map.of());
    office.moveTo("2021-09-03 09:00");

    assertThat(everything(document("duban", "2021-06"))).isEqualTo(then);
    assertThat(text(document("duban", "2021-08")))
        .contains("已完成2个（提前1个、按期0个、逾期完成1个）")
        .contains("已撤销的节点1个");
    assertThat(rows(document("duban", "2021-08"), "各单位占用工作日").toString())
        .contains("党工委组织部(人力资源部)")
        .doesNotContain("推进智慧停车");
  }

  @Test
  void aReopenedProjectIsBehindAgainAndWasDoneBefore() {
    office.dispatch(LIST.substring(0, LIST.indexOf("二、")).replace("取得阶段性成效,12月底前完成", ""));
    office.moveTo("2021-06-15 10:00");
    report("scjg", "一、", 5);
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    office.moveTo("2021-07-05 10:00");
    String then = everything(document("duban", "2021-06"));
    act("projects/" + project("一") + "/reopen", Map.of());
    office.moveTo("2021-08-02 09:00");

    assertThat(text(document("duban", "2021-06"))).contains("已完成1个（提前1个");
    assertThat(everything(document("duban", "2021-06"))).isEqualTo(then);
    assertThat(text(document("duban", "2021-07"))).contains("已完成0个", "滞后1个");
  }

  @Test
  void whatIsReleasedIsFrozenAndOnTheTrailAndEverybodysToRead() {
    june();
    office.moveTo("2021-07-02 09:00");
    assertThat(
            as("scjg")
                .getForEntity("/api/v1/bulletin.docx?month=2021-06", String.class)
                .getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    JsonNode draft = post("duban", "/api/v1/bulletins", Map.of("month", "2021-06"), 201);
    long id = draft.get("id").asLong();
    post("duban", "/api/v1/bulletins", Map.of("month", "2021-06"), 200);
    assertThat(as("scjg").getForObject("/api/v1/bulletins", JsonNode.class)).isEmpty();
    reword(id, "编者按：{{office}}请滞后单位抓紧。\n<第二段>", 200);
    assertThat(text(document("leader", "2021-06"))).contains("草稿", "编者按：{{office}}请滞后单位抓紧。\n<第二段>");

    JsonNode released = post("duban", "/api/v1/bulletins/" + id + "/release", Map.of(), 200);

    assertThat(released.get("state").asText()).isEqualTo("RELEASED");
    assertThat(released.get("releasedBy").asText()).isEqualTo("duban");
    byte[] out = bytes("scjg");
    assertThat(text(open(out))).doesNotContain("草稿").contains("2021年7月2日", "<第二段>");
    office.moveTo("2021-09-03 09:00");
    assertThat(bytes("xzsp")).isEqualTo(out);
    assertThat(bytes("duban")).isEqualTo(out);
    reword(id, "改一改", 409);
    post("duban", "/api/v1/bulletins/" + id + "/release", Map.of(), 409);
    assertThat(
            jdbc.sql("select who || ' ' || detail from trail where what = 'BULLETIN_RELEASED'")
                .query(String.class)
                .list())
        .containsExactly("duban 2021年6月通报");
    assertThat(as("scjg").getForObject("/api/v1/bulletins", JsonNode.class)).hasSize(1);
    assertThat(as("scjg").getForObject("/bulletins", String.class)).contains("2021年6月", "已发布");
    for (String outside : List.of("sysadmin", "secadmin", "auditor")) {
      assertThat(as(outside).getForObject("/bulletins", String.class))
          .contains("还没有发布过通报。")
          .doesNotContain("已发布");
    }
  }

  @Test
  void aMonthThatRunsIsToldUpToNowAndNotReleased() {
    june();

    assertThat(text(document("duban", "2021-06"))).contains("截至2021年6月29日", "滞后0个");
    long id =
        post("duban", "/api/v1/bulletins", Map.of("month", "2021-06"), 201).get("id").asLong();
    JsonNode refused = post("duban", "/api/v1/bulletins/" + id + "/release", Map.of(), 409);
    assertThat(refused.get("detail").asText()).isEqualTo("2021年6月还没有过完，不能发布通报。");
    post("duban", "/api/v1/bulletins/77/release", Map.of(), 404);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-06, 还没有到",
    "2021-13, 2021-06 的形式",
    "2021-6, 2021-06 的形式",
    "六月, 2021-06 的形式",
    "'', 2021-06 的形式"
  })
  void whatIsNoMonthYetIsRefusedWithASentence(String month, String why) {
    ResponseEntity<String> refused =
        as("duban").getForEntity("/api/v1/bulletin.docx?month={month}", String.class, month);

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.getBody()).contains(why);
    post("duban", "/api/v1/bulletins", Map.of("month", month), 400);
  }

  private void act(String path, Map<String, String> what) {
    Map<String, String> act = new HashMap<>(what);
    act.put("reason", "工作需要。");
    post("duban", "/api/v1/" + path, act, 200);
  }

  private JsonNode post(String user, String path, Map<String, String> body, int status) {
    ResponseEntity<JsonNode> answer = as(user).postForEntity(path, body, JsonNode.class);
    assertThat(answer.getStatusCode().value()).as(path + ": " + answer.getBody()).isEqualTo(status);
    return answer.getBody();
  }

  private void reword(long id, String foreword, int status) {
    assertThat(
            as("duban")
                .exchange(
                    "/api/v1/bulletins/" + id,
                    HttpMethod.PUT,
                    new HttpEntity<>(Map.of("foreword", foreword)),
                    JsonNode.class)
                .getStatusCode()
                .value())
        .isEqualTo(status);
  }

  private byte[] bytes(String user) {
    return as(user).getForObject("/api/v1/bulletin.docx?month=2021-06", byte[].class);
  }

  private static String everything(XWPFDocument document) {
    return text(document)
        + document.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining("\n"));
  }

  private XWPFDocument document(String user, String month) {
    ResponseEntity<byte[]> answer =
        as(user).getForEntity("/api/v1/bulletin.docx?month=" + month, byte[].class);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    return open(answer.getBody());
  }

  private static XWPFDocument open(byte[] document) {
    try {
      return new XWPFDocument(new ByteArrayInputStream(document));
    } catch (IOException e) {
      throw new AssertionError("not a Word file", e);
    }
  }

  private static String text(XWPFDocument document) {
    StringBuilder text = new StringBuilder();
    for (XWPFParagraph paragraph : document.getParagraphs()) {
      text.append(paragraph.getText()).append('\n');
    }
    return text.toString();
  }

  /** The rows of the table that has this column, without its head. */
  private static List<String> rows(XWPFDocument document, String column) {
    for (XWPFTable table : document.getTables()) {
      List<String> rows = new ArrayList<>();
      for (XWPFTableRow row : table.getRows()) {
        rows.add(
            String.join("|", row.getTableCells().stream().map(XWPFTableCell::getText).toList()));
      }
      if (("|" + rows.remove(0) + "|").contains("|" + column + "|")) {
        return rows;
      }
    }
    throw new AssertionError("no table with " + column);
  }

  /**
   * 一 is early; 二 is reported and waits for its sign-off; 三 gets more time on its last day but one;
   * 四 does nothing.
   */
  private Programme june() {
    Programme programme = office.dispatch(LIST);
    office.moveTo("2021-06-15 10:00");
    report("scjg", "一、", 5);
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    office.moveTo("2021-06-24 10:00");
    report("xzsp", "二、", 2);
    office.moveTo("2021-06-28 10:00");
    as("yjgl-head")
        .postForEntity(
            "/api/v1/milestones/" + milestone("三") + "/extension-requests",
            Map.of("newDue", "2021-07-30", "reason", "汛期不能施工。"),
            JsonNode.class);
    office.complete("duban", "Activity_EndorseExtension", Map.of("decision", "APPROVE"));
    office.moveTo("2021-06-29 10:00");
    office.complete("leader", "Activity_DecideExtension", Map.of("decision", "APPROVE"));
    return programme;
  }

  private void report(String user, String number, int actual) {
    Task task =
        office.tasksOf(user).stream()
            .filter(one -> one.getTaskDefinitionKey().equals("Activity_FileProgressReport"))
            .filter(one -> one.getName().contains("：" + number))
            .filter(one -> one.getDueDate().toInstant().isBefore(Office.at("2021-08-01 00:00")))
            .findFirst()
            .orElseThrow();
    office.complete(
        user,
        task,
        Map.of("narrative", "已办。", "percent", 100, "actuals", "{\"1\": " + actual + "}"));
  }

  private String milestone(String number) {
    return jdbc.sql(
            """
            select m.id from milestone m join project p on p.id = m.project_id
            where p.number = :number and m.due is not null order by m.due limit 1
            """)
        .param("number", number)
        .query(String.class)
        .single();
  }

  private String december() {
    return jdbc.sql(
            "select id from milestone where kind = 'COMPLETION' and original_due = '2021-12-31'")
        .query(String.class)
        .single();
  }

  private String project(String number) {
    return jdbc.sql("select id from project where number = :number")
        .param("number", number)
        .query(String.class)
        .single();
  }

  private TestRestTemplate as(String user) {
    return http.withBasicAuth(user, "demo");
  }
}
