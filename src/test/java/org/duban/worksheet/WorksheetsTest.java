package org.duban.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorksheetsTest {

  private static final WorkItem REPORT =
      new WorkItem(
          "task-1",
          WorkKind.REPORT,
          List.of("十三、放心消费", "阶段性成效", "2021-06-30", "2021-06-30", "市场监督管理局", "反馈"),
          List.of(
              new WorkItem.Line(1, "示范店", "≥ 50家", "20家（上次，2021-05-30）"),
              new WorkItem.Line(2, "示范街", "= 2条", "")));
  private static final WorkItem SIGN_OFF =
      new WorkItem(
          "task-2",
          WorkKind.SIGN_OFF,
          List.of("一、创业", "完成", "2021-06-11", "2021-12-31", "财政金融局", "人社局", "已办。", "完成 100%"),
          List.of());
  private static final WorkItem EXPLAIN =
      new WorkItem(
          "task-3",
          WorkKind.EXPLAIN,
          List.of("六、双创", "完成", "2021-07-08", "2021-06-30", "财政金融局", "第 1 级"),
          List.of());

  @Test
  void onlyTheCellsToFillInAreOpen() {
    filled(
        workbook -> {
          Sheet sheet = workbook.getSheet("反馈进展");
          assertThat(sheet.getProtect()).isTrue();
          for (Row row : sheet) {
            for (Cell cell : row) {
              String title = sheet.getRow(0).getCell(cell.getColumnIndex()).getStringCellValue();
              boolean open = row.getRowNum() > 0 && List.of("完成数", "完成百分比", "进展情况").contains(title);
              assertThat(cell.getCellStyle().getLocked())
                  .as(cell.getAddress() + title)
                  .isEqualTo(!open);
            }
          }
        });
  }

  @Test
  void aFileOfBeforeTheTasksOwnDayWasPrintedIsStillRead() {
    List<Answer> answers =
        Worksheets.read(
            filled(
                workbook -> {
                  type(workbook, "反馈进展", 1, "完成数", 24);
                  type(workbook, "反馈进展", 1, "完成百分比", 60);
                  type(workbook, "会签", 1, "会签意见", "同意");
                  for (String name : List.of("反馈进展", "会签", "说明延误")) {
                    Sheet sheet = workbook.getSheet(name);
                    int added = SheetPen.column(sheet, "节点期限");
                    while (sheet.getNumMergedRegions() > 0) {
                      sheet.removeMergedRegion(0);
                    }
                    sheet.shiftColumns(added + 1, sheet.getRow(0).getLastCellNum() - 1, -1);
                  }
                }));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.problem()).isNull());
    assertThat(answers.get(0).values()).isEqualTo(Map.of("percent", "60"));
    assertThat(answers.get(0).figures()).isEqualTo(Map.of(1, "24"));
    assertThat(answers.get(1).values()).isEqualTo(Map.of("decision", "同意"));
  }

  @Test
  void whatIsTypedComesBackByTask() {
    List<Answer> answers =
        Worksheets.read(
            filled(
                workbook -> {
                  type(workbook, "反馈进展", 1, "完成数", 24);
                  type(workbook, "反馈进展", 2, "完成数", 1.5);
                  type(workbook, "反馈进展", 1, "完成百分比", 60);
                  type(workbook, "反馈进展", 1, "进展情况", " 建成24家。 ");
                  type(workbook, "会签", 1, "会签意见", "同意");
                }));

    assertThat(answers).hasSize(3);
    assertThat(answers.get(0).key()).isEqualTo("task-1");
    assertThat(answers.get(0).values()).isEqualTo(Map.of("percent", "60", "narrative", "建成24家。"));
    assertThat(answers.get(0).figures()).isEqualTo(Map.of(1, "24", 2, "1.5"));
    assertThat(answers.get(1).values()).isEqualTo(Map.of("decision", "同意"));
    assertThat(answers.get(2).untouched()).isTrue();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.problem()).isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-07-15", "2021年7月15日", "2021/7/15", "2021.07.15"})
  void aDateMayBeWrittenInTheUsualWays(String written) {
    assertThat(explained(written)).isEqualTo("2021-07-15");
  }

  @Test
  void aDateCellIsADateAndNonsenseStaysAsItWasTyped() {
    assertThat(explained(LocalDate.parse("2021-07-15"))).isEqualTo("2021-07-15");
    assertThat(explained("7月中旬")).isEqualTo("7月中旬");
    assertThat(explained("2021-02-30")).isEqualTo("2021-02-30");
  }

  private static String explained(Object typed) {
    return Worksheets.read(filled(workbook -> type(workbook, "说明延误", 1, "预计完成日期", typed)))
        .get(2)
        .values()
        .get("recoveryDate");
  }

  @Test
  void aPercentageIsTheNumberThatWasSeen() {
    assertThat(percent(workbook -> type(workbook, "反馈进展", 1, "完成百分比", "80%"))).isEqualTo("80");
    assertThat(
            percent(
                workbook -> {
                  Cell cell = type(workbook, "反馈进展", 1, "完成百分比", 0.8);
                  CellStyle style = workbook.createCellStyle();
                  style.setDataFormat(workbook.createDataFormat().getFormat("0%"));
                  cell.setCellStyle(style);
                }))
        .isEqualTo("80");
  }

  @Test
  void aFormulaCountsWithWhatItCameTo() {
    assertThat(
            percent(
                workbook -> {
                  Cell cell = type(workbook, "反馈进展", 1, "完成百分比", 0);
                  cell.setCellFormula("30+12");
                  workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
                }))
        .isEqualTo("42");
  }

  private static String percent(Consumer<XSSFWorkbook> work) {
    return Worksheets.read(filled(work)).get(0).values().get("percent");
  }

  @Test
  void whatCannotBeMeantIsAProblemOfItsRowAlone() {
    List<Answer> answers =
        Worksheets.read(
            filled(
                workbook -> {
                  Cell broken = type(workbook, "反馈进展", 1, "完成百分比", 0);
                  broken.setCellFormula("1/0");
                  workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(broken);
                  type(workbook, "会签", 1, "会签意见", "随便");
                  Row added = workbook.getSheet("会签").createRow(5);
                  added.createCell(column(workbook, "会签", "理由（有异议时必填）")).setCellValue("另加");
                }));

    assertThat(answers)
        .extracting(Answer::problem)
        .containsExactly(
            "“完成百分比”里的公式出错，没有结果。", "“会签意见”应为同意或有异议，收到的是“随便”。", "这一行没有任务编号：请在下载的行内填写，不要另加行。", null);
    assertThat(answers.get(2).row()).isEqualTo(6);
  }

  @Test
  void aTaskThatStandsTwiceIsTakenNeitherWay() {
    List<Answer> answers =
        Worksheets.read(
            filled(
                workbook -> {
                  type(workbook, "会签", 1, "会签意见", "同意");
                  Row copy = workbook.getSheet("会签").createRow(2);
                  copy.createCell(0).setCellValue("task-2");
                  copy.createCell(column(workbook, "会签", "会签意见")).setCellValue("有异议");
                }));

    assertThat(answers.get(1).problem()).isEqualTo("“会签意见”填了两处，内容不同。");
  }

  @Test
  void whatWasRefusedStandsInItsPlaceAgainWithTheReason() throws IOException {
    Answer typed =
        new Answer(
            "task-1", WorkKind.REPORT, 2, "十三、放心消费", Map.of("percent", "八成"), Map.of(2, "3"), null);
    Answer gone =
        new Answer(
            "task-9", WorkKind.SIGN_OFF, 7, "二、就业", Map.of("opinion", "经费不足"), Map.of(), null);
    byte[] file =
        Worksheets.write(
            "市场监督管理局",
            List.of(REPORT),
            List.of(new Refused(typed, "应为整数。"), new Refused(gone, "已经办结。")));

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      Row row = workbook.getSheet("反馈进展").getRow(1);
      assertThat(row.getCell(column(workbook, "反馈进展", "退回原因")).getStringCellValue())
          .isEqualTo("应为整数。");
      Sheet cover = workbook.getSheet("说明");
      assertThat(cover.getRow(cover.getLastRowNum()).getCell(0).getStringCellValue())
          .contains("“会签”表第 7 行 二、就业", "已经办结。", "经费不足");
    }
    Answer again = Worksheets.read(file).get(0);
    assertThat(again.values()).isEqualTo(Map.of("percent", "八成"));
    assertThat(again.figures()).isEqualTo(Map.of(2, "3"));
  }

  @Test
  void aFormThatWasChangedIsRefusedWithTheColumn() {
    byte[] changed =
        filled(
            workbook ->
                workbook
                    .getSheet("反馈进展")
                    .getRow(0)
                    .getCell(column(workbook, "反馈进展", "完成百分比"))
                    .setCellValue("进度"));

    assertThatThrownBy(() -> Worksheets.read(changed))
        .isInstanceOf(WorksheetRefused.class)
        .hasMessage("“反馈进展”表的表头被改动，第 13 列应为“完成百分比”。请重新下载，在表内填写。");
  }

  @Test
  void anyOtherFileIsRefusedByWhatItIs() throws IOException {
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("随手记").createRow(0).createCell(0).setCellValue("一");
      workbook.write(other);
    }
    ByteArrayOutputStream word = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("报告");
      document.write(word);
    }
    refused(other.toByteArray(), "这不是从本系统下载的填报表");
    refused(word.toByteArray(), "这不是 Excel 文件");
    refused("任务".getBytes(StandardCharsets.UTF_8), "这不是 Excel 文件");
    refused(new byte[0], "这不是 Excel 文件");
    byte[] whole = other.toByteArray();
    refused(java.util.Arrays.copyOf(whole, whole.length / 2), "损坏");
  }

  private static void refused(byte[] file, String why) {
    assertThatThrownBy(() -> Worksheets.read(file))
        .isInstanceOf(WorksheetRefused.class)
        .hasMessageContaining(why);
  }

  /** Also what looks like a formula. */
  @Property(tries = 60)
  void noWordsAreLostOrRun(@ForAll("words") String words) {
    Answer typed =
        new Answer("task-1", WorkKind.REPORT, 2, "", Map.of("narrative", words), Map.of(), null);

    byte[] file = Worksheets.write("", List.of(REPORT), List.of(new Refused(typed, words)));

    assertThat(Worksheets.read(file).get(0).values()).isEqualTo(Map.of("narrative", words));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('\u4e00', '\u9fa5')
        .withChars("=+-@'\"<>&;,_x0041_% \n1234")
        .ofMinLength(1)
        .ofMaxLength(200)
        .filter(text -> !text.isBlank() && text.equals(text.strip()));
  }

  private static byte[] filled(Consumer<XSSFWorkbook> work) {
    byte[] file = Worksheets.write("市场监督管理局", List.of(REPORT, SIGN_OFF, EXPLAIN), List.of());
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      work.accept(workbook);
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cell type(
      XSSFWorkbook workbook, String sheet, int row, String title, Object typed) {
    Cell cell = workbook.getSheet(sheet).getRow(row).getCell(column(workbook, sheet, title));
    if (typed instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (typed instanceof LocalDate day) {
      cell.setCellValue(day);
    } else {
      cell.setCellValue((String) typed);
    }
    return cell;
  }

  private static int column(XSSFWorkbook workbook, String sheet, String title) {
    for (Cell cell : workbook.getSheet(sheet).getRow(0)) {
      if (cell.getStringCellValue().equals(title)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError("no column " + title);
  }
}
