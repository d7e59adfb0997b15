package org.duban.worksheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The tasks of one kind. Two hidden columns find the task and the commitment again; the last says
 * why a row came back.
 */
final class TaskPage {

  static final List<String> HIDDEN = List.of("编号", "指标序号");
  static final String OUTCOME = "退回原因";

  private final Styles styles;
  private final WorkKind kind;
  private final List<Column> columns;
  private final XSSFSheet sheet;

  TaskPage(XSSFWorkbook workbook, Styles styles, WorkKind kind) {
    this.styles = styles;
    this.kind = kind;
    this.columns = kind.all();
    this.sheet = workbook.createSheet(kind.sheet());
  }

  void write(List<WorkItem> items, Map<String, Refused> refused) {
    head();
    for (WorkItem item : items) {
      add(item, refused.get(item.key()));
    }
    new Checks(sheet, columns).apply(sheet.getLastRowNum());
    sheet.createFreezePane(HIDDEN.size() + 1, 1);
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    sheet.setFitToPage(true);
    PrintSetup print = sheet.getPrintSetup();
    print.setLandscape(true);
    print.setFitHeight((short) 0);
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.enableLocking();
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
  }

  private void head() {
    Row row = sheet.createRow(0);
    for (int i = 0; i < HIDDEN.size(); i++) {
      put(row, i, HIDDEN.get(i), styles.head);
      sheet.setColumnHidden(i, true);
    }
    for (int i = 0; i < columns.size(); i++) {
      put(row, place(i), columns.get(i).title(), styles.head);
      sheet.setColumnWidth(place(i), columns.get(i).width() * 256);
    }
    put(row, place(columns.size()), OUTCOME, styles.head);
    sheet.setColumnWidth(place(columns.size()), 40 * 256);
  }

  private static int place(int column) {
    return HIDDEN.size() + column;
  }

  private void add(WorkItem item, Refused refused) {
    int first = sheet.getLastRowNum() + 1;
    int rows = Math.max(1, item.lines().size());
    for (int i = 0; i < rows; i++) {
      WorkItem.Line line = item.lines().isEmpty() ? null : item.lines().get(i);
      add(sheet.createRow(first + i), item, line, refused, i == 0);
    }
    if (rows > 1) {
      for (int i = 0; i <= columns.size(); i++) {
        if (i == columns.size() || !kind.lines().contains(columns.get(i))) {
          sheet.addMergedRegion(new CellRangeAddress(first, first + rows - 1, place(i), place(i)));
        }
      }
    }
  }

  private void add(Row row, WorkItem item, WorkItem.Line line, Refused refused, boolean first) {
    put(row, 0, item.key(), styles.printed);
    put(row, 1, line == null ? "" : String.valueOf(line.number()), styles.printed);
    int printed = kind.printed().size();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (i < printed) {
        put(row, place(i), first ? item.printed().get(i) : "", styles.printed);
      } else if (kind.lines().contains(column)) {
        ofLine(row, i, line, refused);
      } else {
        String before = refused == null ? null : refused.answer().values().get(column.name());
        fill(row, i, first ? before : null);
      }
    }
    put(
        row,
        place(columns.size()),
        first && refused != null ? refused.reason() : "",
        styles.refused);
  }

  private void ofLine(Row row, int i, WorkItem.Line line, Refused refused) {
    Column column = columns.get(i);
    if (column.isOpen() && line != null) {
      fill(row, i, refused == null ? null : refused.answer().figures().get(line.number()));
      return;
    }
    List<String> words =
        line == null ? List.of() : List.of(line.metric(), line.target(), line.known());
    int at = kind.lines().indexOf(column);
    put(row, place(i), at < words.size() ? words.get(at) : "", styles.printed);
  }

  private static void put(Row row, int at, String text, CellStyle style) {
    Cell cell = row.createCell(at);
    cell.setCellValue(CellWords.fitting(text));
    cell.setCellStyle(style);
  }

  /**
   * @param before what was typed there the last time, null for an empty cell
   */
  private void fill(Row row, int i, String before) {
    Column column = columns.get(i);
    Cell cell = row.createCell(place(i));
    cell.setCellStyle(column.entry() == Column.Entry.DATE ? styles.openDate : styles.open);
    if (before == null) {
      return;
    }
    switch (column.entry()) {
      case PERCENT, NUMBER -> {
        try {
          cell.setCellValue(new BigDecimal(before).doubleValue());
        } catch (NumberFormatException noNumber) {
          cell.setCellValue(before);
        }
      }
      case DATE -> {
        try {
          cell.setCellValue(LocalDate.parse(before));
        } catch (DateTimeParseException noDate) {
          cell.setCellValue(before);
        }
      }
      default -> cell.setCellValue(before);
    }
  }
}
