package org.duban.notice.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.notice.line.PageFurniture;

/**
 * Takes away what belongs to the pages: a first or last line of a page that is a page number, or
 * that stands, but for its digits, on half of at least three pages.
 */
final class PdfFurniture {

  private static final int LEAST_PAGES = 3;

  private PdfFurniture() {}

  static List<PdfLine> without(List<PdfLine> lines) {
    Map<Integer, List<PdfLine>> pages =
        lines.stream().collect(Collectors.groupingBy(PdfLine::page));
    Map<String, Integer> often = new HashMap<>();
    pages.values().forEach(page -> count(page, often));
    int least = Math.max(LEAST_PAGES, (pages.size() + 1) / 2);
    return lines.stream()
        .filter(line -> !isAtEdge(line, pages.get(line.page())) || !isFurniture(line, often, least))
        .toList();
  }

  private static void count(List<PdfLine> page, Map<String, Integer> often) {
    page.stream()
        .filter(line -> isAtEdge(line, page))
        .map(PdfFurniture::pattern)
        .distinct()
        .forEach(pattern -> often.merge(pattern, 1, Integer::sum));
  }

  private static boolean isAtEdge(PdfLine line, List<PdfLine> page) {
    return line == page.get(0) || line == page.get(page.size() - 1);
  }

  private static boolean isFurniture(PdfLine line, Map<String, Integer> often, int least) {
    return often.get(pattern(line)) >= least || PageFurniture.isPageNumber(line.text());
  }

  private static String pattern(PdfLine line) {
    return line.text().replaceAll("\\d+", "#");
  }
}
