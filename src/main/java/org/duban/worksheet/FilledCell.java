package org.duban.worksheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What stands in a cell. Formulas count with the value last computed; a number formatted as a
 * percentage is the one that was seen, 80 and not 0.8; a date may be written in the usual ways.
 *
 * @param text empty where nothing was filled in
 * @param problem why it can't be taken, null where there is none
 */
record FilledCell(String text, String problem) {

  private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

  static FilledCell of(Cell cell, Column column) {
    if (cell != null && typeOf(cell) == CellType.ERROR) {
      return new FilledCell("", "里的公式出错，没有结果。");
    }
    String text = text(cell);
    return switch (column.entry()) {
      case PERCENT -> new FilledCell(percent(cell, text), null);
      case NUMBER -> new FilledCell(isDate(cell) ? text + "（日期）" : text, null);
      case DATE -> new FilledCell(date(cell, text), null);
      case CHOICE -> choice(text, column);
      case TEXT, NONE -> new FilledCell(text, null);
    };
  }

  private static FilledCell choice(String text, Column column) {
    boolean known = text.isEmpty() || column.choices().contains(text);
    return new FilledCell(
        text, known ? null : "应为" + String.join("或", column.choices()) + "，收到的是“" + text + "”。");
  }

  private static String percent(Cell cell, String text) {
    if (isNumber(cell) && cell.getCellStyle().getDataFormatString().contains("%")) {
      return plain(new BigDecimal(text).movePointRight(2));
    }
    return text.endsWith("%") || text.endsWith("％")
        ? text.substring(0, text.length() - 1).strip()
        : text;
  }

  private static String date(Cell cell, String text) {
    if (isNumber(cell) && DateUtil.isValidExcelDate(cell.getNumericCellValue())) {
      return cell.getLocalDateTimeCellValue().toLocalDate().toString();
    }
    Matcher written = DATE.matcher(text);
    if (written.matches()) {
      try {
        return LocalDate.of(
                Integer.parseInt(written.group(1)),
                Integer.parseInt(written.group(2)),
                Integer.parseInt(written.group(3)))
            .toString();
      } catch (DateTimeException noSuchDay) {
        return text;
      }
    }
    return text;
  }

  private static boolean isNumber(Cell cell) {
    return cell != null && typeOf(cell) == CellType.NUMERIC;
  }

  private static boolean isDate(Cell cell) {
    return isNumber(cell) && DateUtil.isCellDateFormatted(cell);
  }

  private static CellType typeOf(Cell cell) {
    return cell.getCellType() == CellType.FORMULA
        ? cell.getCachedFormulaResultType()
        : cell.getCellType();
  }

  /** Empty for no cell, and for one that holds nothing to read. */
  static String text(Cell cell) {
    return cell == null
        ? ""
        : switch (typeOf(cell)) {
          case STRING -> cell.getStringCellValue().strip();
          case NUMERIC -> plain(BigDecimal.valueOf(cell.getNumericCellValue()));
          case BOOLEAN -> cell.getBooleanCellValue() ? "是" : "否";
          default -> "";
        };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
