package org.duban.notice.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duban.notice.Draft;
import org.duban.notice.Flag;
import org.duban.notice.ListFiles;
import org.duban.notice.NoticeReader;
import org.duban.notice.PrintedDepartments;
import org.duban.notice.line.Line;
import org.junit.jupiter.api.Test;

class WorkbookTextTest {

  @Test
  void rowsKeepTheirNumbersAndMergedCellsTheirValue() {
    byte[] file =
        ListFiles.xlsx(
            workbook -> {
              XSSFSheet sheet = workbook.createSheet("任务分解");
              fill(sheet, 0, "某区2021年任务分解表");
              fill(sheet, 2, "序号", "任务", "单位", "");
              fill(sheet, 3, "1", "甲", "财政局、\n教育局", "");
              fill(sheet, 4, "", "乙|丙", "公安局", "");
              fill(sheet, 5, "2", "丁");
              sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
              sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
              sheet.addMergedRegion(new CellRangeAddress(5, 5, 1, 2));
            });

    List<Line> lines = FileText.of(file).lines();

    assertThat(lines)
        .extracting(Line::text)
        .containsExactly(
            "某区2021年任务分解表",
            "| 序号 | 任务 | 单位 |",
            "| 1 | 甲 | 财政局、教育局 |",
            "| 1 | 乙｜丙 | 公安局 |",
            "| 2 | 丁 | 丁 |");
    assertThat(lines).extracting(Line::place).startsWith("第1行", "第3行", "第4行");
  }

  @Test
  void numbersAndDatesReadAsTheyAreShown() {
    byte[] file =
        ListFiles.xlsx(
            workbook -> {
              XSSFSheet sheet = workbook.createSheet();
              var row = sheet.createRow(0);
              LocalDate day = LocalDate.of(2021, 9, 30);
              String[] formats = {
                "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy\"年\"m\"月\";@", "0.00%", "#,##0"
              };
              for (int i = 0; i < formats.length; i++) {
                var cell = row.createCell(i);
                if (i < 2) {
                  cell.setCellValue(day);
                } else {
                  cell.setCellValue(i == 2 ? 0.985 : 12345);
                }
                style(workbook, cell, workbook.createDataFormat().getFormat(formats[i]));
              }
              row.createCell(4).setCellValue(day);
              style(workbook, row.getCell(4), (short) 14);
              row.createCell(5).setCellValue(day);
              style(workbook, row.getCell(5), (short) 57);
              row.createCell(6).setCellValue(3);
              row.createCell(7).setCellFormula("1+1");
              row.getCell(7).setCellValue(2);
              row.createCell(8).setCellValue(true);
            });

    assertThat(FileText.of(file).lines())
        .extracting(Line::text)
        .containsExactly(
            "| 2021年9月30日 | 2021年9月 | 98.50% | 12,345 | 2021/9/30 | 2021年9月 | 3 | 2 | TRUE |");
  }

  @Test
  void severalSheetsAreNamedAndTheirRowsDoNotClash() {
    byte[] file =
        ListFiles.xlsx(
            workbook -> {
              fill(workbook.createSheet("一季度"), 1, "甲", "乙");
              fill(workbook.createSheet("任务分解"), 1, "丙", "丁");
            });

    List<Line> lines = FileText.of(file).lines();

    assertThat(lines).extracting(Line::place).containsExactly("表“一季度”第2行", "表“任务分解”第2行");
    assertThat(lines).extracting(Line::number).doesNotHaveDuplicates();
  }

  @Test
  void hiddenSheetsRowsAndColumnsAreNotReadAndItIsSaid() {
    byte[] file =
        ListFiles.xlsx(
            workbook -> {
              XSSFSheet sheet = workbook.createSheet("清单");
              fill(sheet, 0, "序号", "备用", "任务");
              fill(sheet, 1, "1", "x", "甲");
              fill(sheet, 2, "2", "y", "乙");
              sheet.getRow(1).setZeroHeight(true);
              sheet.setColumnHidden(1, true);
              fill(workbook.createSheet("字典"), 0, "a", "b");
              workbook.setSheetHidden(1, true);
            });

    FileText text = FileText.of(file);

    assertThat(text.lines()).extracting(Line::text).containsExactly("| 序号 | 任务 |", "| 2 | 乙 |");
    assertThat(text.doubts())
        .extracting(Flag::message)
        .containsExactly(
            "表“清单”:隐藏的行和隐藏的列没有读取。请取消隐藏,或删除后再上传。", "整个文件:隐藏的工作表“字典”没有读取。请取消隐藏,或删除后再上传。");
  }

  @Test
  void doubtOfTheFileIsAFlagOfTheDraftAndMessagesNameTheSheet() {
    byte[] file =
        ListFiles.xlsx(
            workbook -> {
              fill(workbook.createSheet("封面"), 0, "某区2021年清单");
              XSSFSheet sheet = workbook.createSheet("清单");
              List<String> lines = List.of("一、甲", "牵头部门:太空局", "完成时限:2021年6月底");
              for (int i = 0; i < lines.size(); i++) {
                fill(sheet, i, lines.get(i));
              }
            });

    Draft draft = new NoticeReader(PrintedDepartments.OF_THE_SAMPLE).read(file);

    assertThat(draft.projects().get(0).flags())
        .extracting(Flag::message)
        .singleElement()
        .asString()
        .startsWith("表“清单”第2行:");
  }

  private static void style(
      XSSFWorkbook workbook, org.apache.poi.ss.usermodel.Cell cell, short format) {
    var style = workbook.createCellStyle();
    style.setDataFormat(format);
    cell.setCellStyle(style);
  }

  private static void fill(XSSFSheet sheet, int row, String... texts) {
    var created = sheet.createRow(row);
    for (int i = 0; i < texts.length; i++) {
      created.createCell(i).setCellValue(texts[i]);
    }
  }
}
