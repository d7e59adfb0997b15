package org.duban.oversight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.duban.escalation.Light;

/**
 * A sheet that is written out row by row and keeps none of them. Text stays text, whatever it
 * begins with: nothing that a person typed is ever a formula.
 */
final class StreamedSheet<T> {

  /**
   * @param value a text, number, day or light; null leaves the cell empty
   */
  record Column<T>(String title, double width, Function<T, Object> value) {}

  private static final Map<Light, String> FILLS =
      Map.of(Light.GREEN, "FFC6EFCE", Light.YELLOW, "FFFFEB9C", Light.RED, "FFFFC7CE");
  private static final String EDGE = "FFBFBFBF";
  private static final int AT_ONCE = 200;
  private static final int LONGEST = 32_000;
  private static final double LINE = 14;
  private static final double HIGHEST = 400;
  private static final int FIRST_WIDE_CHARACTER = 0x2E80;

  private final Worksheet sheet;
  private final List<Column<T>> columns;
  private int rows;

  /**
   * @param frozen how many columns stay in sight
   */
  StreamedSheet(Workbook workbook, String name, List<Column<T>> columns, int frozen) {
    this.sheet = workbook.newWorksheet(name);
    this.columns = columns;
    sheet.freezePane(frozen, 1);
    sheet.repeatRows(0);
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A3_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    head();
  }

  private void head() {
    for (int at = 0; at < columns.size(); at++) {
      sheet.width(at, columns.get(at).width());
      sheet.inlineString(0, at, columns.get(at).title());
      framed(0, at).bold().fillColor("FFD9E1F2").horizontalAlignment("center").set();
    }
    sheet.rowHeight(
        0,
        height(columns.stream().mapToInt(one -> lines(one.title(), one.width())).max().orElse(1)));
    rows = 1;
  }

  void add(T row) {
    int lines = 1;
    for (int at = 0; at < columns.size(); at++) {
      Object value = columns.get(at).value().apply(row);
      put(at, value);
      if (value instanceof String text) {
        lines = Math.max(lines, lines(text, columns.get(at).width()));
      }
    }
    sheet.rowHeight(rows, height(lines));
    rows++;
    if (rows % AT_ONCE == 0) {
      flush();
    }
  }

  private void put(int at, Object value) {
    StyleSetter style = framed(rows, at);
    if (value instanceof Number number) {
      sheet.value(rows, at, number);
    } else if (value instanceof LocalDate day) {
      sheet.value(rows, at, day);
      style.format("yyyy-mm-dd");
    } else if (value instanceof Light light) {
      sheet.inlineString(rows, at, Terms.of(light));
      style.fillColor(FILLS.get(light)).horizontalAlignment("center");
    } else if (value != null) {
      sheet.inlineString(rows, at, fitting(value.toString()));
    }
    style.set();
  }

  /** Not every program that opens the file makes room for what is wrapped. */
  private static double height(int lines) {
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

  private StyleSetter framed(int row, int at) {
    return sheet
        .style(row, at)
        .verticalAlignment("top")
        .wrapText(true)
        .borderStyle(BorderStyle.THIN)
        .borderColor(EDGE);
  }

  private static String fitting(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private void flush() {
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No more rows come. */
  void finish() throws IOException {
    sheet.setAutoFilter(0, 0, rows - 1, columns.size() - 1);
    sheet.finish();
  }
}
