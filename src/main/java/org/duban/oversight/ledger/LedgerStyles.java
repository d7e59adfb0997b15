package org.duban.oversight.ledger;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duban.escalation.Light;

/** How the ledger's cells look; a workbook has them once, however many cells wear them. */
final class LedgerStyles {

  private static final Map<Light, Integer> FILLS =
      Map.of(Light.GREEN, 0xC6EFCE, Light.YELLOW, 0xFFEB9C, Light.RED, 0xFFC7CE);
  private static final int HEAD = 0xD9E1F2;
  private static final int EDGE = 0xBFBFBF;
  private static final String FONT = "宋体";
  private static final short POINTS = 10;

  private final XSSFWorkbook workbook;
  final CellStyle plain;
  final CellStyle head;
  final CellStyle day;
  final Map<Light, CellStyle> lights = new EnumMap<>(Light.class);

  LedgerStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    // the widths of columns are reckoned in characters of the first font
    dressed(workbook.getFontAt(0));
    plain = framed();
    head = centred(HEAD);
    XSSFFont bold = dressed(workbook.createFont());
    bold.setBold(true);
    head.setFont(bold);
    day = framed();
    day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    FILLS.forEach((light, fill) -> lights.put(light, centred(fill)));
  }

  private static XSSFFont dressed(XSSFFont font) {
    font.setFontName(FONT);
    font.setFontHeightInPoints(POINTS);
    return font;
  }

  private XSSFCellStyle framed() {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setTopBorderColor(colour(EDGE));
    style.setBottomBorderColor(colour(EDGE));
    style.setLeftBorderColor(colour(EDGE));
    style.setRightBorderColor(colour(EDGE));
    return style;
  }

  private XSSFCellStyle centred(int fill) {
    XSSFCellStyle style = framed();
    style.setFillForegroundColor(colour(fill));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  private static XSSFColor colour(int rgb) {
    return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
  }
}
