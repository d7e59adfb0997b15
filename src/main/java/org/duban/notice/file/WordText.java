package org.duban.notice.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.LineCollector;

/**
 * The text of a Word file as it would print: paragraphs with the numbers that Word computes, rows
 * of tables. Not read are headers, footers, notes, comments, hidden text, and what a tracked change
 * took away; what one put in is. Paragraphs and rows count as one line each.
 */
final class WordText implements XmlPart.Visitor {

  private static final Set<String> LEFT_OUT =
      Set.of("del", "moveFrom", "Fallback", "rt", "instrText", "delText", "sectPr", "sdtPr");

  private final WordNumbering numbering;
  private final LineCollector lines = new LineCollector();
  private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
  private final Deque<Table> tables = new ArrayDeque<>();
  private final Deque<String> path = new ArrayDeque<>();
  private int line;
  private int paragraphsOutside;
  private int tablesOutside;
  private boolean hiddenRun;
  private boolean inText;

  /** A paragraph whose mark a tracked change took away, which goes on with the next. */
  private String broughtForward = "";

  private WordText(WordNumbering numbering) {
    this.numbering = numbering;
  }

  static FileText of(OfficePackage office) {
    WordText text = new WordText(WordNumbering.of(office));
    XmlPart.walk(office.part("word/document.xml").orElseThrow(), text);
    return new FileText(text.lines.lines(), List.of());
  }

  private static final class Paragraph {
    private final StringBuilder text = new StringBuilder();
    private String style;
    private String list;
    private int level = -1;
    private boolean markDeleted;
  }

  private static final class Table {
    private final TableGrid grid = new TableGrid();
    private List<String> cell = new ArrayList<>();
    private int across = 1;
    private boolean goesOn;
    private boolean rowBegun;
    private boolean rowDeleted;
    private int before;
  }

  @Override
  public boolean start(String name, XmlPart element) {
    boolean inProperties = !path.isEmpty() && path.peek().endsWith("Pr");
    if (name.endsWith("PrChange")) {
      return false;
    }
    if (inProperties) {
      property(name, element);
    } else if (LEFT_OUT.contains(name)) {
      return false;
    } else {
      begin(name, element);
    }
    path.push(name);
    return true;
  }

  private void begin(String name, XmlPart element) {
    switch (name) {
      case "p" -> paragraphs.push(new Paragraph());
      case "tbl" -> tables.push(new Table());
      case "tr" -> beginRow();
      case "tc" -> beginCell();
      case "r" -> hiddenRun = false;
      case "t" -> inText = true;
      case "tab", "ptab" -> append(" ");
      case "noBreakHyphen" -> append("-");
      case "br" -> append(element.attribute("type") == null ? "\n" : "");
      case "cr" -> append("\n");
      default -> {}
    }
  }

  private void beginRow() {
    if (!tables.isEmpty()) {
      Table table = tables.peek();
      table.rowBegun = false;
      table.rowDeleted = false;
      table.before = 0;
    }
  }

  private void beginCell() {
    if (!tables.isEmpty()) {
      Table table = tables.peek();
      table.cell = new ArrayList<>();
      table.across = 1;
      table.goesOn = false;
    }
  }

  private void property(String name, XmlPart element) {
    String owner = path.peek();
    if (owner.equals("numPr") && !paragraphs.isEmpty()) {
      Paragraph paragraph = paragraphs.peek();
      paragraph.list = name.equals("numId") ? element.attribute("val") : paragraph.list;
      paragraph.level = name.equals("ilvl") ? element.number("val", 0) : paragraph.level;
    } else if (name.equals("pStyle") && !paragraphs.isEmpty()) {
      paragraphs.peek().style = element.attribute("val");
    } else if (owner.equals("rPr")) {
      runProperty(name, element);
    } else if (!tables.isEmpty()) {
      tableProperty(name, element, tables.peek());
    }
  }

  private void runProperty(String name, XmlPart element) {
    boolean ofMark = path.stream().skip(1).findFirst().orElse("").equals("pPr");
    if (ofMark && !paragraphs.isEmpty()) {
      paragraphs.peek().markDeleted |= name.equals("del") || name.equals("moveFrom");
    } else if (name.equals("vanish")) {
      hiddenRun = element.isOn();
    }
  }

  private static void tableProperty(String name, XmlPart element, Table table) {
    switch (name) {
      case "gridSpan" -> table.across = Math.max(1, element.number("val", 1));
      case "vMerge", "hMerge" -> table.goesOn |= !"restart".equals(element.attribute("val"));
      case "gridBefore" -> table.before = Math.max(0, element.number("val", 0));
      case "del" -> table.rowDeleted = true;
      default -> {}
    }
  }

  @Override
  public void text(String text) {
    if (inText) {
      append(text.replace('\n', ' ').replace('\r', ' '));
    }
  }

  private void append(String text) {
    if (!hiddenRun && !paragraphs.isEmpty()) {
      paragraphs.peek().text.append(text);
    }
  }

  @Override
  public void end(String name) {
    path.pop();
    if (!path.isEmpty() && path.peek().endsWith("Pr")) {
      return;
    }
    switch (name) {
      case "p" -> endParagraph(paragraphs.pop());
      case "t" -> inText = false;
      case "r" -> hiddenRun = false;
      case "tc" -> endCell();
      case "tr" -> endRow();
      case "tbl" -> endTable(tables.pop());
      default -> {}
    }
  }

  private void endParagraph(Paragraph paragraph) {
    String text = broughtForward + paragraph.text;
    if (paragraph.markDeleted) {
      broughtForward = text;
      return;
    }
    broughtForward = "";
    String numbered = numbered(paragraph, text);
    if (!tables.isEmpty()) {
      tables.peek().cell.addAll(List.of(numbered.split("\n")));
      return;
    }
    line++;
    paragraphsOutside++;
    for (String part : numbered.split("\n")) {
      lines.add(line, "第" + paragraphsOutside + "段", part);
    }
  }

  /** An empty paragraph of a list counts, but its number says nothing. */
  private String numbered(Paragraph paragraph, String text) {
    String number =
        numbering.next(
            paragraph.style, new WordNumbering.Membership(paragraph.list, paragraph.level));
    if (number.isEmpty() || text.isBlank()) {
      return text;
    }
    String printed = HalfWidth.strip(text);
    char end = number.charAt(number.length() - 1);
    boolean blank = end < '\u0080' && end != ')' || Character.isDigit(printed.charAt(0));
    return number + (blank ? " " : "") + printed;
  }

  private void endCell() {
    if (tables.isEmpty()) {
      return;
    }
    Table table = tables.peek();
    if (!table.rowBegun) {
      table.grid.beginRow();
      table.grid.skip(table.before);
      table.rowBegun = true;
    }
    if (table.goesOn) {
      table.grid.cellFromAbove(table.across);
    } else {
      table.grid.cell(table.cell, table.across, 1);
    }
    table.cell = new ArrayList<>();
  }

  private void endRow() {
    if (!tables.isEmpty() && tables.peek().rowDeleted) {
      tables.peek().grid.dropRow();
    }
  }

  private void endTable(Table table) {
    if (!tables.isEmpty()) {
      table.grid.rows().forEach(row -> tables.peek().cell.addAll(row.lines()));
      return;
    }
    tablesOutside++;
    int first = line;
    for (TableGrid.Row row : table.grid.rows()) {
      line = first + row.index() + 1;
      String place = "第" + tablesOutside + "个表格第" + (row.index() + 1) + "行";
      row.lines().forEach(text -> lines.add(line, place, text));
    }
  }
}
