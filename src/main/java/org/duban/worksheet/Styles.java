package org.duban.worksheet;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How cells look: open ones are yellow, what was refused is red. */
final class Styles {

  private final XSSFWorkbook workbook;
  final CellStyle title;
  final CellStyle plain;
  final CellStyle head;
  final CellStyle printed;
  final CellStyle open;
  final CellStyle openDate;
  final CellStyle refused;

  Styles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    title = workbook.createCellStyle();
    title.setFont(font(true, IndexedColors.BLACK, 14));
    plain = workbook.createCellStyle();
    plain.setWrapText(true);
    plain.setVerticalAlignment(VerticalAlignment.TOP);
    head = filled(IndexedColors.GREY_25_PERCENT);
    head.setFont(font(true, IndexedColors.BLACK, 11));
    printed = framed();
    open = filled(IndexedColors.LIGHT_YELLOW);
    open.setLocked(false);
    openDate = workbook.createCellStyle();
    openDate.cloneStyleFrom(open);
    openDate.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    refused = framed();
    refused.setFont(font(true, IndexedColors.DARK_RED, 11));
  }

  private CellStyle framed() {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  private CellStyle filled(IndexedColors colour) {
    CellStyle style = framed();
    style.setFillForegroundColor(colour.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  private XSSFFont font(boolean bold, IndexedColors colour, int points) {
    XSSFFont font = workbook.createFont();
    font.setBold(bold);
    font.setColor(colour.getIndex());
    font.setFontHeightInPoints((short) points);
    return font;
  }
}
