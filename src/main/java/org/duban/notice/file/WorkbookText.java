package org.duban.notice.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.duban.notice.Flag;
import org.duban.notice.FlagCode;
import org.duban.notice.line.Excerpt;
import org.duban.notice.line.LineCollector;
import org.xml.sax.SAXException;

/**
 * The rows of an Excel file as it would print, sheet after sheet; numbers and dates as shown,
 * formulas with the value last computed. Hidden sheets, rows and columns are not read, and it is
 * said that they weren't.
 */
final class WorkbookText {

  private final LineCollector lines = new LineCollector();
  private final List<Flag> doubts = new ArrayList<>();
  private int rowsBefore;

  static FileText of(OfficePackage office) {
    try (OPCPackage opened = OPCPackage.open(office.repacked())) {
      WorkbookText text = new WorkbookText();
      text.read(opened, office);
      return new FileText(text.lines.lines(), text.doubts);
    } catch (IOException | OpenXML4JException | SAXException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  private void read(OPCPackage opened, OfficePackage office)
      throws IOException, OpenXML4JException, SAXException {
    XSSFReader reader = new XSSFReader(opened);
    ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened, false);
    Workbook workbook = Workbook.of(office);
    CellText cells = new CellText(reader.getStylesTable(), strings, workbook.since1904());
    boolean several = workbook.shown().size() > 1;
    for (Workbook.Sheet sheet : workbook.shown()) {
      try (InputStream part = reader.getSheet(sheet.relation())) {
        add(new WorkbookRows(part.readAllBytes(), cells), sheet, several);
      }
    }
    if (!workbook.hidden().isEmpty()) {
      doubts.add(hidden("整个文件", "隐藏的工作表" + named(workbook.hidden()) + "没有读取。请取消隐藏,或删除后再上传。"));
    }
  }

  private void add(WorkbookRows sheet, Workbook.Sheet of, boolean several) {
    String before = several ? "表" + Excerpt.of(of.name()) : "";
    for (WorkbookRows.Row row : sheet.rows()) {
      int number = rowsBefore + row.number();
      row.lines().forEach(line -> lines.add(number, before + Flag.usualPlace(row.number()), line));
    }
    if (several) {
      rowsBefore += sheet.lastRow();
    }
    sheet
        .hidden()
        .ifPresent(
            what -> doubts.add(hidden("表" + Excerpt.of(of.name()), what + "没有读取。请取消隐藏,或删除后再上传。")));
  }

  private static Flag hidden(String place, String what) {
    return FlagCode.HIDDEN_TEXT.at(1, place, what);
  }

  private static String named(List<Workbook.Sheet> sheets) {
    String first = Excerpt.of(sheets.get(0).name());
    return sheets.size() == 1 ? first : first + "等 " + sheets.size() + " 张";
  }
}
