package org.duban.notice.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/**
 * Tells the tables of a page that hold data from those that only arrange it: a table around another
 * one, or of one or two rows with a whole text in a cell.
 */
final class PageTables {

  private static final int MOST_LINES_IN_A_CELL = 30;
  private static final int ARRANGING_ROWS = 2;
  private static final int MOST_ROWS_DOWN = 65_534;

  private final Set<Element> outer = Collections.newSetFromMap(new IdentityHashMap<>());

  private PageTables() {}

  static PageTables of(Document page) {
    PageTables tables = new PageTables();
    page.traverse(tables.new Nesting());
    return tables;
  }

  private final class Nesting implements NodeVisitor {

    private final Deque<Element> open = new ArrayDeque<>();

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element && element.normalName().equals("table")) {
        if (!open.isEmpty()) {
          outer.add(open.peek());
        }
        open.push(element);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!open.isEmpty() && node == open.peek()) {
        open.pop();
      }
    }
  }

  /** The lines of a table's rows; null when the table only arranges what is in it. */
  List<String> rows(Element table) {
    if (outer.contains(table)) {
      return null;
    }
    List<List<Element>> rows = cellsOf(table);
    TableGrid grid = new TableGrid();
    for (int i = 0; i < rows.size(); i++) {
      grid.beginRow();
      for (Element cell : rows.get(i)) {
        List<String> paragraphs = PageText.linesOf(cell);
        if (rows.size() <= ARRANGING_ROWS && paragraphs.size() > MOST_LINES_IN_A_CELL) {
          return null;
        }
        grid.cell(paragraphs, span(cell, "colspan"), down(cell, rows.size() - i));
      }
    }
    return grid.rows().stream().flatMap(row -> row.lines().stream()).toList();
  }

  private static List<List<Element>> cellsOf(Element table) {
    List<List<Element>> rows = new ArrayList<>();
    for (Element part : table.children()) {
      switch (part.normalName()) {
        case "tr" -> rows.add(cellsOfRow(part));
        case "thead", "tbody", "tfoot" ->
            part.children().stream()
                .filter(row -> row.normalName().equals("tr"))
                .forEach(row -> rows.add(cellsOfRow(row)));
        case "caption" -> rows.add(List.of(part));
        default -> {}
      }
    }
    return rows;
  }

  private static List<Element> cellsOfRow(Element row) {
    return row.children().stream()
        .filter(cell -> cell.normalName().equals("td") || cell.normalName().equals("th"))
        .toList();
  }

  private static int down(Element cell, int rowsLeft) {
    int down = span(cell, "rowspan");
    return Math.min(rowsLeft, down == 0 ? MOST_ROWS_DOWN : down);
  }

  /** 1 when the attribute is no number; a rowspan of 0 reaches to the end. */
  private static int span(Element cell, String attribute) {
    String value = cell.attr(attribute).strip();
    return value.matches("\\d{1,6}") ? Integer.parseInt(value) : 1;
  }
}
