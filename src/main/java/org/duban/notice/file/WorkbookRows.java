package org.duban.notice.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duban.notice.FlagCode;

/** The rows of one sheet, its merged cells laid out. */
final class WorkbookRows implements XmlPart.Visitor {

  private static final int MOST_MERGED = 200_000;
  private static final int MOST_MERGED_IN_A_ROW = 1_000;

  private final CellText cells;
  private final TreeMap<Integer, TreeMap<Integer, String>> values = new TreeMap<>();
  private final TreeSet<Integer> hiddenRows = new TreeSet<>();
  private final TreeSet<Integer> hiddenColumns = new TreeSet<>();
  private final List<Merged> merged = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private int row;
  private int column;
  private String type;
  private int style;
  private boolean inValue;

  /** A merged block, all four borders inside it. */
  private record Merged(int top, int left, int bottom, int right) {

    boolean covers(int column) {
      return left <= column && column <= right;
    }
  }

  /**
   * @param number as the sheet counts
   */
  record Row(int number, List<String> lines) {}

  WorkbookRows(byte[] part, CellText cells) {
    this.cells = cells;
    XmlPart.walk(part, this);
  }

  int lastRow() {
    return values.isEmpty() ? 0 : values.lastKey();
  }

  /** What the sheet hides, in words. */
  Optional<String> hidden() {
    boolean rows = hiddenRows.stream().anyMatch(values::containsKey);
    boolean columns =
        values.values().stream()
            .anyMatch(row -> row.keySet().stream().anyMatch(hiddenColumns::contains));
    return rows || columns
        ? Optional.of((rows ? "隐藏的行" : "") + (rows && columns ? "和" : "") + (columns ? "隐藏的列" : ""))
        : Optional.empty();
  }

  @Override
  public boolean start(String name, XmlPart element) {
    switch (name) {
      case "col" -> hideColumns(element);
      case "row" -> beginRow(element);
      case "c" -> beginCell(element);
      case "v", "t" -> inValue = true;
      case "mergeCell" -> merge(element.attribute("ref"));
      default -> {}
    }
    return !name.equals("f") && !name.equals("rPh") && !name.equals("extLst");
  }

  private void hideColumns(XmlPart element) {
    if ("1".equals(element.attribute("hidden")) || "true".equals(element.attribute("hidden"))) {
      int last = Math.min(element.number("max", 0), 16_384);
      for (int i = Math.max(1, element.number("min", 1)); i <= last; i++) {
        hiddenColumns.add(i);
      }
    }
  }

  private void beginRow(XmlPart element) {
    row = element.number("r", row + 1);
    column = 0;
    if ("1".equals(element.attribute("hidden")) || "true".equals(element.attribute("hidden"))) {
      hiddenRows.add(row);
    }
  }

  private void beginCell(XmlPart element) {
    int[] at = place(element.attribute("r"));
    column = at == null ? column + 1 : at[1];
    type = element.attribute("t");
    style = element.number("s", 0);
    value.setLength(0);
  }

  private void merge(String range) {
    String[] ends = range == null ? new String[0] : range.split(":");
    if (ends.length == 2 && place(ends[0]) != null && place(ends[1]) != null) {
      int[] from = place(ends[0]);
      int[] to = place(ends[1]);
      merged.add(new Merged(from[0], from[1], to[0], to[1]));
    }
    if (merged.size() > MOST_MERGED) {
      throw FileText.refused(FlagCode.TOO_LARGE, "合并单元格超过 " + MOST_MERGED + " 处,不像任务清单。");
    }
  }

  /** Row and column of a reference such as B12; null when it is none. */
  private static int[] place(String reference) {
    if (reference == null || !reference.matches("[A-Z]{1,3}\\d{1,7}")) {
      return null;
    }
    int column = 0;
    int i = 0;
    for (; Character.isLetter(reference.charAt(i)); i++) {
      column = column * 26 + reference.charAt(i) - 'A' + 1;
    }
    return new int[] {Integer.parseInt(reference.substring(i)), column};
  }

  @Override
  public void text(String text) {
    if (inValue) {
      value.append(text);
    }
  }

  @Override
  public void end(String name) {
    if (name.equals("v") || name.equals("t")) {
      inValue = false;
    } else if (name.equals("c")) {
      String text = cells.of(type, style, value.toString());
      if (!text.isBlank()) {
        values.computeIfAbsent(row, any -> new TreeMap<>()).put(column, text);
      }
    }
  }

  /** The rows that show something. */
  List<Row> rows() {
    List<Integer> columns = columnsInUse();
    if (columns.size() > PipeRow.MOST_COLUMNS) {
      throw FileText.refused(FlagCode.TOO_LARGE, "有一张工作表超过 " + PipeRow.MOST_COLUMNS + " 列,不像任务清单。");
    }
    TreeMap<Integer, List<Merged>> beginning = new TreeMap<>();
    merged.forEach(
        block -> beginning.computeIfAbsent(block.top, any -> new ArrayList<>()).add(block));
    List<Merged> open = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    TableGrid grid = new TableGrid();
    for (int number : values.keySet()) {
      openBlocks(beginning, number, open);
      if (hiddenRows.contains(number)) {
        continue;
      }
      grid.beginRow();
      numbers.add(number);
      columns.forEach(at -> add(grid, number, at, open));
    }
    return grid.rows().stream().map(row -> new Row(numbers.get(row.index()), row.lines())).toList();
  }

  private List<Integer> columnsInUse() {
    TreeSet<Integer> columns = new TreeSet<>();
    values.values().forEach(row -> columns.addAll(row.keySet()));
    columns.removeAll(hiddenColumns);
    return List.copyOf(columns);
  }

  private static void openBlocks(
      TreeMap<Integer, List<Merged>> beginning, int number, List<Merged> open) {
    open.removeIf(block -> block.bottom < number);
    while (!beginning.isEmpty() && beginning.firstKey() <= number) {
      beginning.pollFirstEntry().getValue().stream()
          .filter(block -> block.bottom >= number)
          .forEach(open::add);
    }
    if (open.size() > MOST_MERGED_IN_A_ROW) {
      throw FileText.refused(
          FlagCode.TOO_LARGE, "第" + number + "行的合并单元格超过 " + MOST_MERGED_IN_A_ROW + " 处,不像任务清单。");
    }
  }

  private void add(TableGrid grid, int number, int at, List<Merged> open) {
    Merged block = open.stream().filter(each -> each.covers(at)).findFirst().orElse(null);
    boolean repeated = block != null && (block.top != number || block.left != at);
    String text =
        repeated
            ? values.getOrDefault(block.top, new TreeMap<>()).getOrDefault(block.left, "")
            : values.get(number).getOrDefault(at, "");
    if (repeated) {
      grid.repeat(PipeRow.cell(text.lines().toList()));
    } else {
      grid.cell(text.lines().toList(), 1, 1);
    }
  }
}
