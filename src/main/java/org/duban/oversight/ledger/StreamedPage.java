package org.duban.oversight.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.duban.escalation.Light;
import org.duban.oversight.Terms;

/**
 * A sheet that is written out row by row and keeps none of them. Text stays text, whatever it
 * begins with: nothing that a person typed is ever a formula.
 */
final class StreamedPage<T> {

  /**
   * @param value a text, number, day or light; null leaves the cell empty
   */
  record Column<T>(String title, double width, Function<T, Object> value) {}

  private static final int UNITS_A_CHARACTER = 256;
  private static final int LONGEST = 32_000;
  private static final float LINE = 14;
  private static final float HIGHEST = 400;
  private static final int FIRST_WIDE_CHARACTER = 0x2E80;

  private final SXSSFSheet sheet;
  private final LedgerStyles styles;
  private final List<Column<T>> columns;
  private int rows;

  /**
   * @param frozen how many columns stay in sight
   */
  StreamedPage(
      SXSSFWorkbook workbook,
      LedgerStyles styles,
      String name,
      List<Column<T>> columns,
      int frozen) {
    this.sheet = workbook.createSheet(name);
    this.styles = styles;
    this.columns = columns;
    sheet.createFreezePane(frozen, 1);
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setFitToPage(true);
    head();
  }

  private void head() {
    SXSSFRow row = sheet.createRow(0);
    int lines = 1;
    for (int at = 0; at < columns.size(); at++) {
      Column<T> column = columns.get(at);
      sheet.setColumnWidth(at, (int) (column.width() * UNITS_A_CHARACTER));
      Cell cell = row.createCell(at);
      cell.setCellValue(column.title());
      cell.setCellStyle(styles.head);
      lines = Math.max(lines, lines(column.title(), column.width()));
    }
    row.setHeightInPoints(height(lines));
    rows = 1;
  }

  void add(T content) {
    SXSSFRow row = sheet.createRow(rows++);
    int lines = 1;
    for (int at = 0; at < columns.size(); at++) {
      Object value = columns.get(at).value().apply(content);
      put(row.createCell(at), value);
      if (value instanceof String text) {
        lines = Math.max(lines, lines(text, columns.get(at).width()));
      }
    }
    row.setHeightInPoints(height(lines));
  }

  private void put(Cell cell, Object value) {
    cell.setCellStyle(styles.plain);
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof LocalDate day) {
      cell.setCellValue(day);
      cell.setCellStyle(styles.day);
    } else if (value instanceof Light light) {
      cell.setCellValue(Terms.of(light));
      cell.setCellStyle(styles.lights.get(light));
    } else if (value != null) {
      cell.setCellValue(fitting(value.toString()));
    }
  }

  /** Not every program that opens the file makes room for what is wrapped. */
  private static float height(int lines) {
    return Math.min(HIGHEST, lines * LINE + 3);
  }

  private static int lines(String text, double width) {
    return text.lines()
        .mapToInt(
            line ->
                (int)
                    Math.ceil(
                        line.chars().map(one -> one < FIRST_WIDE_CHARACTER ? 1 : 2).sum()
                            / (width - 2)))
        .sum();
  }

  private static String fitting(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** No more rows come. */
  void finish() {
    sheet.setAutoFilter(new CellRangeAddress(0, rows - 1, 0, columns.size() - 1));
  }
}
