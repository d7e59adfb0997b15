package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;
import org.duban.notice.line.Line;
import org.duban.notice.line.PageFurniture;
import org.duban.notice.line.Passage;

/**
 * Reads a table whose rows stand in a line each, their cells parted by pipes, tabs or blanks. A row
 * with another number of cells than the head is at fault; parted by blanks, it shows that the
 * columns were lost.
 */
final class GridReader {

  private static final int LONGEST_GROUP = 60;

  private final List<Line> lines;
  private final CellSplit split;
  private TableHead head;
  private final List<TableRow> rows = new ArrayList<>();
  private int next;

  private GridReader(List<Line> lines, CellSplit split, TableHead head, int next) {
    this.lines = lines;
    this.split = split;
    this.head = head;
    this.next = next;
  }

  /**
   * @param next the first line behind the table
   */
  record Read(Table table, int next) {}

  /** The table whose head stands at a place of the lines; empty when none does. */
  static Optional<Read> at(List<Line> lines, int place) {
    Optional<CellSplit> split = CellSplit.of(lines.get(place).text());
    if (split.isEmpty() || lines.get(place).text().length() > 400) {
      return Optional.empty();
    }
    List<Passage> cells = split.get().cells(lines.get(place));
    Optional<TableHead> head = cells.size() < 2 ? Optional.empty() : TableHead.of(cells);
    if (head.isEmpty() || (split.get() == CellSplit.BLANKS && cells.size() < 3)) {
      return Optional.empty();
    }
    GridReader reader = new GridReader(lines, split.get(), head.get(), place + 1);
    reader.readRows();
    Table table = new Table(reader.head, reader.rows, lines.get(place).number());
    return Optional.of(new Read(table, reader.next));
  }

  private void readRows() {
    for (int i = next; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean row = CellSplit.of(line.text()).filter(split::equals).isPresent();
      List<Passage> cells = row ? split.cells(line) : List.of(Passage.of(line));
      if (row && cells.stream().allMatch(cell -> cell.text().matches("[-:\\s]*"))) {
        next = i + 1;
      } else if (row && head.isRepeatedBy(cells)) {
        next = i + 1;
      } else if (row && rows.isEmpty() && TableHead.of(cells).isPresent()) {
        head = head.refinedBy(TableHead.of(cells).get());
        next = i + 1;
      } else if (row && TableHead.of(cells).isPresent()) {
        return;
      } else if (row) {
        add(line, cells);
        next = i + 1;
      } else if (split == CellSplit.BLANKS
          && !PageFurniture.is(line)
          && HeadingReader.read(line).isEmpty()
          && !rows.isEmpty()) {
        return;
      } else if (!PageFurniture.is(line)) {
        if (!isGroup(i)) {
          return;
        }
        rows.add(new TableRow(line.number(), cells));
        next = i + 1;
      }
    }
  }

  /** A line of its own in the middle of the table that rows follow. */
  private boolean isGroup(int place) {
    String text = lines.get(place).text();
    if (text.length() > LONGEST_GROUP || text.endsWith("。") || place + 1 >= lines.size()) {
      return false;
    }
    Line following = lines.get(place + 1);
    boolean rowFollows = CellSplit.of(following.text()).filter(split::equals).isPresent();
    return rowFollows && split.cells(following).size() == head.size() && !startsAnother(following);
  }

  private boolean startsAnother(Line line) {
    return TableHead.of(split.cells(line)).isPresent();
  }

  private void add(Line line, List<Passage> cells) {
    List<Passage> whole = new ArrayList<>(cells);
    boolean numbered = head.kinds().get(0) == ColumnKind.NUMBER;
    if (split == CellSplit.TABS && cells.size() < head.size()) {
      Passage none = cells.get(0).sub(0, 0);
      boolean lostFirst = numbered && !NumberCell.isNumber(cells.get(0).text());
      if (lostFirst && cells.size() + 1 == head.size()) {
        whole.add(0, none);
      } else if (!lostFirst) {
        while (whole.size() < head.size()) {
          whole.add(none);
        }
      }
    }
    if (whole.size() == head.size()) {
      rows.add(new TableRow(line.number(), whole));
      return;
    }
    if (split == CellSplit.BLANKS) {
      throw new NoticeRefused(
          FlagCode.COLUMNS_LOST,
          line.number(),
          "表头有 "
              + head.size()
              + " 列,这一行却分成 "
              + cells.size()
              + " 段,各列在复制时已经丢失,不能确定每项的责任单位。请上传原文件,或带着表格粘贴。");
    }
    rows.add(
        TableRow.unreadable(
            line.number(),
            whole,
            "表头有 " + head.size() + " 列,这一行有 " + cells.size() + " 格,不能确定各格属于哪一列"));
  }
}
