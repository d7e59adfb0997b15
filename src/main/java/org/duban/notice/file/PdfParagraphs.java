package org.duban.notice.file;

import java.util.List;
import java.util.regex.Pattern;
import org.duban.notice.line.Line;
import org.duban.notice.line.LineCollector;

/**
 * Joins the wrapped lines of a PDF to paragraphs. A line goes on in the next where that is certain:
 * it reaches the right margin, and the next begins at the left one with neither a number nor a
 * label; where paragraphs are not indented, it must not end a sentence either.
 */
final class PdfParagraphs {

  private static final double NEAR = 1.6;
  private static final double INDENT = 1.0;

  private static final Pattern BEGINS =
      Pattern.compile(
          "(?:[一二三四五六七八九十百]{1,5}|\\d{1,4})\\s?[、.．].*|[(（](?:[一二三四五六七八九十百]{1,5}|\\d{1,4})[)）].*"
              + "|[①-⑳].*|[\\[【]?[\\u4e00-\\u9fa5]{2,6}[\\]】]?\\s?[:：].*|[【\\[].*");

  private final LineCollector result = new LineCollector();
  private final List<PdfLine> lines;
  private final double left;
  private final double right;
  private final boolean indented;
  private int number;

  private PdfParagraphs(List<PdfLine> lines) {
    this.lines = lines;
    this.left = lines.stream().mapToDouble(PdfLine::left).min().orElse(0);
    this.right = lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
    long inner = lines.stream().filter(line -> isIndented(line) && !isCentred(line)).count();
    this.indented = inner * 10 >= lines.size();
  }

  static List<Line> of(List<PdfLine> lines) {
    return new PdfParagraphs(lines).join();
  }

  private List<Line> join() {
    int i = 0;
    while (i < lines.size()) {
      int table = PdfTables.endOf(lines, i);
      if (table > i) {
        PdfTables.rows(lines.subList(i, table)).forEach(row -> add(row.line(), row.text()));
        i = table;
        continue;
      }
      StringBuilder paragraph = new StringBuilder(lines.get(i).text());
      int first = i;
      while (i + 1 < lines.size()
          && PdfTables.endOf(lines, i + 1) == i + 1
          && goesOn(lines.get(i), lines.get(i + 1))) {
        i++;
        paragraph.append(lines.get(i).text());
      }
      add(lines.get(first), paragraph.toString());
      i++;
    }
    return result.lines();
  }

  private void add(PdfLine first, String text) {
    result.add(++number, first.place(), text);
  }

  private boolean goesOn(PdfLine line, PdfLine next) {
    boolean full = line.right() >= right - NEAR * line.em();
    boolean flush = !isIndented(next);
    boolean sameSize = Math.abs(line.em() - next.em()) < 1;
    boolean ended = !indented && line.text().matches(".*[。；;.]");
    return full && flush && sameSize && !ended && !BEGINS.matcher(next.text()).matches();
  }

  private boolean isIndented(PdfLine line) {
    return line.left() > left + INDENT * line.em();
  }

  private boolean isCentred(PdfLine line) {
    return Math.abs((line.left() - left) - (right - line.right())) < line.em();
  }
}
