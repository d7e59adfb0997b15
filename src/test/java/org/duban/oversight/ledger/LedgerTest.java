package org.duban.oversight.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duban.DubanTest;
import org.duban.MostHeld;
import org.duban.oversight.LongLedger;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.security.Caller;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger as people open it. */
@DubanTest
class LedgerTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:2021年6月底取得阶段性成效,12月底前完成

      牵头部门:市场监督管理局

      配合部门:财政金融局

      二、推进智慧停车。

      新建停车场3处,新增泊位1200个以上。

      完成时限:2021年6月底取得阶段性成效,长期坚持

      牵头部门:行政审批服务局
      """;

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private Ledger ledger;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  @Test
  void eachObligationIsARowThatSaysWhatTheListOfMilestonesSays() {
    juneIsOver();

    XSSFSheet sheet = book("duban", "").getSheet("台账");
    List<JsonNode> listed = new ArrayList<>();
    as("duban")
        .getForObject("/api/v1/milestones?size=1000", JsonNode.class)
        .get("content")
        .forEach(listed::add);
    listed.removeIf(row -> row.get("due").isNull());

    assertThat(sheet.getLastRowNum()).isEqualTo(listed.size());
    for (JsonNode row : listed) {
      Map<String, Cell> cells = rowOf(sheet, row.get("ordinal").asInt(), row.get("due").asText());
      assertThat(text(cells, "事项"))
          .isEqualTo(row.get("number").asText() + "、" + row.get("title").asText());
      assertThat(text(cells, "原定期限")).isEqualTo(row.get("originalDue").asText());
      assertThat(number(cells, "超原定期限天数")).isEqualTo(row.get("daysPastOriginal").asInt());
      assertThat(number(cells, "督办级别")).isEqualTo(row.get("level").asInt());
      if (!row.get("state").asText().equals("CLOSED")) {
        assertThat(number(cells, "超现定期限天数")).isEqualTo(row.get("daysOverdue").asInt());
      }
    }
  }

  @Test
  void aRowTellsWhoHadItForHowLongAndWhatWasReached() {
    juneIsOver();

    Map<String, Cell> june = rowOf(book("duban", "").getSheet("台账"), 1, "2021-06-30");

    assertThat(text(june, "清单")).isEqualTo("济宁高新区2021年度重点民生项目清单");
    assertThat(text(june, "节点")).isEqualTo("阶段性成效");
    assertThat(text(june, "牵头部门")).isEqualTo("市场监督管理局");
    assertThat(text(june, "配合部门")).isEqualTo("财政金融局");
    assertThat(text(june, "状态")).isEqualTo("会签中");
    assertThat(text(june, "完成情况")).isEqualTo("滞后");
    assertThat(text(june, "灯")).isEqualTo("红灯");
    assertThat(
            ((XSSFColor) june.get("灯").getCellStyle().getFillForegroundColorColor()).getARGBHex())
        .isEqualTo("FFFFC7CE");
    assertThat(text(june, "目前在办")).isEqualTo("财政金融局");
    assertThat(number(june, "完成百分比")).isEqualTo(60);
    assertThat(text(june, "量化指标")).isEqualTo("新建放心消费示范药店 = 5家 / 3家");
    assertThat(number(june, "超现定期限天数")).isEqualTo(6);
    assertThat(number(june, "牵头占用工作日")).isEqualTo(24);
    assertThat(number(june, "配合占用工作日")).isEqualTo(8);
    assertThat(number(june, "督查室占用工作日")).isZero();
    assertThat(text(june, "各单位占用工作日")).isEqualTo("市场监督管理局（牵头）24 天；财政金融局（配合）8 天，其中逾期 3 天");
    assertThat(text(june, "最近反馈")).isEqualTo("2021-06-24 市场监督管理局：=HYPERLINK(\"x\") 建成3家。");
  }

  /** An acknowledgement concerns the whole project, which has a row for each milestone. */
  @Test
  void whoIsLateToAcknowledgeStandsInTheProjectsFirstRow() {
    office.dispatch(LIST);
    office.moveTo("2021-06-03 09:00");

    XSSFSheet ledger = book("duban", "").getSheet("台账");

    assertThat(text(rowOf(ledger, 1, "2021-06-30"), "其他逾期时限")).startsWith("签收时限：市场监督管理局（");
    assertThat(text(rowOf(ledger, 1, "2021-12-31"), "其他逾期时限")).isEmpty();
    assertThat(text(rowOf(ledger, 2, "2021-06-30"), "其他逾期时限")).startsWith("签收时限：行政审批服务局（");
  }

  @Test
  void whatAPersonTypedIsNeverAFormula() {
    juneIsOver();
    jdbc.sql("update project set title = '=1+1' where ordinal = 2").update();
    jdbc.sql("update commitment set text = E'+cmd|\\u0001' || metric where number = 1").update();

    XSSFWorkbook book = book("duban", "");

    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      for (Row row : book.getSheetAt(i)) {
        row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
      }
    }
    assertThat(text(rowOf(book.getSheet("台账"), 2, "2021-06-30"), "事项")).isEqualTo("二、=1+1");
    assertThat(text(cells(book.getSheet("量化指标"), 1), "原文")).startsWith("+cmd|");
  }

  @Test
  void promisesAreNumbersThatCanBeReckonedWith() {
    juneIsOver();

    XSSFSheet sheet = book("duban", "").getSheet("量化指标");

    assertThat(sheet.getLastRowNum()).isEqualTo(3);
    Map<String, Cell> pharmacies = cells(sheet, 1);
    assertThat(text(pharmacies, "指标")).isEqualTo("新建放心消费示范药店");
    assertThat(number(pharmacies, "目标值")).isEqualTo(5);
    assertThat(number(pharmacies, "实际值")).isEqualTo(3);
    assertThat(number(pharmacies, "与目标相差")).isEqualTo(-2);
    assertThat(text(pharmacies, "反馈日期")).isEqualTo("2021-06-24");
    assertThat(cells(sheet, 2).get("实际值").getCellType()).isEqualTo(CellType.BLANK);
  }

  @Test
  void theHeadStaysInSightAndPrintsOnEveryPage() {
    juneIsOver();

    XSSFSheet sheet = book("duban", "").getSheet("台账");

    assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
    assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
        .isEqualTo("A1:AB" + (sheet.getLastRowNum() + 1));
    assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
    assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
    assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
    assertThat(sheet.getFitToPage()).isTrue();
    assertThat(sheet.getRow(1).getHeightInPoints()).as("what is wrapped is seen").isGreaterThan(25);
  }

  @Test
  void aDepartmentGetsItsOwnAndTheFilterCounts() {
    juneIsOver();

    assertThat(ordinals("czjr", "")).containsOnly(1);
    assertThat(ordinals("xzsp", "")).containsOnly(2);
    assertThat(ordinals("leader", "")).contains(1, 2);
    assertThat(ordinals("leader", "?department=czjr")).containsOnly(1);
    assertThat(ordinals("leader", "?kind=STAGE&state=SIGN_OFF")).containsExactly(1);
    assertThat(ordinals("leader", "?dueBefore=2021-06-30")).isEmpty();
    assertThat(ordinals("leader", "?light=RED")).containsExactly(1, 2);
    assertThat(ordinals("leader", "?programme=none")).isEmpty();
    ResponseEntity<String> refused =
        as("leader").getForEntity("/api/v1/ledger.xlsx?light=BLUE", String.class);
    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(as("auditor").getForEntity("/api/v1/ledger.xlsx", String.class).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
  }

  /** Held in memory, these rows would be some 30 MB. */
  @Test
  void aLongLedgerIsWrittenAsItIsReadAndNeverHeld() throws InterruptedException {
    office.openOn("2021-07-06 09:00");
    LongLedger.write(jdbc, 10_000, 1000);

    assertThat(MostHeld.during(() -> LongLedger.download(ledger, OutputStream.nullOutputStream())))
        .isLessThan(12_000_000);
  }

  @Test
  void aLedgerThatFailsHalfWayCannotBeTakenForTheWhole() {
    juneIsOver();
    jdbc.sql(
            "update assignment set department_code = 'nobody' where role = 'LEAD' and project_id ="
                + " (select max(id) from project)")
        .update();
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> ledger.write(MilestoneFilter.ANY, Caller.system(), out))
        .isInstanceOf(RuntimeException.class);

    assertThat(out.size()).isZero();
    ResponseEntity<String> answer = as("duban").getForEntity("/api/v1/ledger.xlsx", String.class);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
        .doesNotContain("xlsx");
    assertThat(answer.getBody()).contains("部门目录中没有代码 nobody。").doesNotContain("Exception");
  }

  /** The first is reported and waits for the sign-off of czjr, the second isn't reported. */
  private void juneIsOver() {
    office.dispatch(LIST);
    office.moveTo("2021-06-24 10:00");
    office.complete(
        "scjg",
        office.tasksOf("scjg").stream()
            .filter(task -> task.getTaskDefinitionKey().equals("Activity_FileProgressReport"))
            .filter(task -> task.getDueDate().toInstant().isBefore(Office.at("2021-08-01 00:00")))
            .findFirst()
            .orElseThrow(),
        Map.of("narrative", "=HYPERLINK(\"x\") 建成3家。", "percent", 60, "actuals", "{\"1\": 3}"));
    office.moveTo("2021-07-06 09:00");
  }

  private TestRestTemplate as(String user) {
    return http.withBasicAuth(user, "demo");
  }

  private XSSFWorkbook book(String user, String query) {
    ResponseEntity<byte[]> answer =
        as(user).getForEntity("/api/v1/ledger.xlsx" + query, byte[].class);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION)).contains(".xlsx");
    try {
      return new XSSFWorkbook(new ByteArrayInputStream(answer.getBody()));
    } catch (IOException e) {
      throw new AssertionError("not a workbook", e);
    }
  }

  private List<Integer> ordinals(String user, String query) {
    XSSFSheet sheet = book(user, query).getSheet("台账");
    List<Integer> ordinals = new ArrayList<>();
    for (int i = 1; i <= sheet.getLastRowNum(); i++) {
      ordinals.add(number(cells(sheet, i), "序号"));
    }
    return ordinals;
  }

  private static Map<String, Cell> rowOf(XSSFSheet sheet, int ordinal, String due) {
    for (int i = 1; i <= sheet.getLastRowNum(); i++) {
      Map<String, Cell> cells = cells(sheet, i);
      if (number(cells, "序号") == ordinal && text(cells, "现定期限").equals(due)) {
        return cells;
      }
    }
    throw new AssertionError("no row for " + ordinal + " due " + due);
  }

  private static Map<String, Cell> cells(XSSFSheet sheet, int row) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    sheet
        .getRow(0)
        .forEach(
            head ->
                cells.put(
                    head.getStringCellValue(),
                    sheet
                        .getRow(row)
                        .getCell(
                            head.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)));
    return cells;
  }

  private static String text(Map<String, Cell> cells, String column) {
    Cell cell = cells.get(column);
    return cell.getCellType() == CellType.NUMERIC
        ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
        : cell.getStringCellValue();
  }

  private static int number(Map<String, Cell> cells, String column) {
    return (int) cells.get(column).getNumericCellValue();
  }
}
