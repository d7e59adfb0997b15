package org.duban.notice.file;

import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** The text a cell shows, numbers and dates in the format of its style. */
final class CellText {

  /** Formats that a Chinese Excel has built in, and that no file spells out; ECMA-376 18.8.30. */
  private static final Map<Integer, String> CHINESE_FORMATS =
      Map.ofEntries(
          Map.entry(14, "yyyy/m/d"),
          Map.entry(27, "yyyy\"年\"m\"月\""),
          Map.entry(28, "m\"月\"d\"日\""),
          Map.entry(29, "m\"月\"d\"日\""),
          Map.entry(31, "yyyy\"年\"m\"月\"d\"日\""),
          Map.entry(36, "yyyy\"年\"m\"月\""),
          Map.entry(50, "yyyy\"年\"m\"月\""),
          Map.entry(51, "m\"月\"d\"日\""),
          Map.entry(52, "yyyy\"年\"m\"月\""),
          Map.entry(53, "m\"月\"d\"日\""),
          Map.entry(54, "m\"月\"d\"日\""),
          Map.entry(57, "yyyy\"年\"m\"月\""),
          Map.entry(58, "m\"月\"d\"日\""));

  private final DataFormatter formatter = new DataFormatter(Locale.CHINA);
  private final StylesTable styles;
  private final ReadOnlySharedStringsTable strings;
  private final boolean since1904;

  CellText(StylesTable styles, ReadOnlySharedStringsTable strings, boolean since1904) {
    this.styles = styles;
    this.strings = strings;
    this.since1904 = since1904;
  }

  /**
   * @param type as the cell's attribute t says, null for a number
   * @param value what stands between its tags
   */
  String of(String type, int style, String value) {
    if (value.isEmpty()) {
      return "";
    }
    return switch (type == null ? "n" : type) {
      case "s" -> strings.getItemAt(Integer.parseInt(value.strip())).getString();
      case "b" -> value.equals("1") ? "TRUE" : "FALSE";
      case "n" -> number(style, value.strip());
      default -> value;
    };
  }

  private String number(int style, String value) {
    double number = Double.parseDouble(value);
    XSSFCellStyle of = styles.getStyleAt(style);
    if (of == null) {
      return formatter.formatRawCellContents(number, 0, "General", since1904);
    }
    int index = of.getDataFormat();
    String format = CHINESE_FORMATS.getOrDefault(index, of.getDataFormatString());
    return formatter.formatRawCellContents(
        number, index, format == null ? "General" : plain(format), since1904);
  }

  /**
   * Excel's Chinese formats name language and calendar first: [$-804]yyyy"年". The quotation marks
   * would be printed.
   */
  private static String plain(String format) {
    return format
        .replaceAll("\\[\\$-[0-9A-Fa-f]{1,8}]|\\[DBNum\\d]", "")
        .replaceAll("\"([^\"A-Za-z0-9#]*)\"", "$1");
  }
}
