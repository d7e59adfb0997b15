package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;
import org.duban.notice.language.DeadlinePhraseReader;
import org.duban.notice.language.UnitWord;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Line;
import org.duban.notice.line.PageFurniture;
import org.duban.notice.line.Passage;

/**
 * Reads a table that was copied with one cell a line: the heads first, the number before all
 * others, then the cells of row after row. A cell of several lines is told from its neighbours only
 * where just one column of units stands between the task and the deadline; else the row is at
 * fault.
 */
final class ColumnOfCells {

  private static final int LONGEST_UNIT = 30;
  private static final int LONGEST_DEADLINE = 40;
  private static final int LEAST_LOST = 2;

  private final List<Line> lines;
  private final TableHead head;
  private final List<TableRow> rows = new ArrayList<>();
  private int next;

  private ColumnOfCells(List<Line> lines, TableHead head, int next) {
    this.lines = lines;
    this.head = head;
    this.next = next;
  }

  static Optional<GridReader.Read> at(List<Line> lines, int place) {
    if (kindAt(lines, place).filter(ColumnKind.NUMBER::equals).isEmpty()) {
      return Optional.empty();
    }
    int end = place;
    List<Passage> cells = new ArrayList<>();
    while (end < lines.size() && kindAt(lines, end).isPresent()) {
      cells.add(cell(lines.get(end)));
      end++;
    }
    Optional<TableHead> head = cells.size() < 3 ? Optional.empty() : TableHead.of(cells);
    if (head.isEmpty() || end >= lines.size()) {
      return Optional.empty();
    }
    ColumnOfCells reader = new ColumnOfCells(lines, head.get(), end);
    reader.readRows();
    reader.doubtRows();
    Table table = new Table(head.get(), reader.rows, lines.get(place).number());
    return Optional.of(new GridReader.Read(table, reader.next));
  }

  /**
   * Where a cell is missing in one row, a row of the right length may lack one and split another.
   */
  private void doubtRows() {
    boolean severalUnits = head.kinds().stream().filter(ColumnKind::namesUnits).count() > 1;
    if (severalUnits && rows.stream().anyMatch(row -> row.fault() != null)) {
      rows.replaceAll(
          row ->
              row.fault() != null || row.cells().size() == 1
                  ? row
                  : row.doubted("表格中有的行格数与表头不符,这一行各格属于哪一列也请核对"));
    }
  }

  private static Optional<ColumnKind> kindAt(List<Line> lines, int place) {
    return ColumnKind.of(cell(lines.get(place)).text());
  }

  private static Passage cell(Line line) {
    Passage whole = Passage.of(line);
    int start = whole.text().startsWith("|") ? 1 : 0;
    int end = whole.length() - (whole.length() > start && whole.text().endsWith("|") ? 1 : 0);
    return whole.sub(start, end).strip();
  }

  private void readRows() {
    int withoutCells = 0;
    while (next < lines.size()) {
      Line line = lines.get(next);
      if (repeatsHead()) {
        next += head.size();
        continue;
      }
      if (!NumberCell.isNumber(cell(line).text())) {
        if (isGroup(next)) {
          rows.add(new TableRow(line.number(), List.of(cell(line))));
          next++;
          continue;
        }
        break;
      }
      List<Passage> own = cellsBehind(next + 1);
      withoutCells = own.isEmpty() ? withoutCells + 1 : withoutCells;
      if (withoutCells >= LEAST_LOST) {
        throw new NoticeRefused(
            FlagCode.COLUMNS_LOST,
            line.number(),
            "表格按列复制,序号与任务、责任单位已经分开,不能确定哪个单位负责哪一项。请上传原文件,或带着表格粘贴。");
      }
      add(line, own);
      next += 1 + own.size();
    }
  }

  private List<Passage> cellsBehind(int from) {
    List<Passage> own = new ArrayList<>();
    for (int i = from; i < lines.size(); i++) {
      Line line = lines.get(i);
      Passage cell = cell(line);
      boolean ends =
          nextNumber(from - 1, cell)
              || PageFurniture.beginsFoot(line)
              || (own.size() >= head.size() - 1 && (isGroup(i) || startsHead(i)))
              || Outline.isAnnex(line);
      if (ends) {
        break;
      }
      own.add(cell);
    }
    return own;
  }

  private boolean nextNumber(int numberAt, Passage cell) {
    OptionalInt here = NumberCell.value(cell.text());
    OptionalInt before = NumberCell.value(cell(lines.get(numberAt)).text());
    return here.isPresent()
        && before.isPresent()
        && (here.getAsInt() == before.getAsInt() + 1 || here.getAsInt() == 1);
  }

  private boolean startsHead(int place) {
    return kindAt(lines, place).filter(ColumnKind.NUMBER::equals).isPresent();
  }

  private boolean isGroup(int place) {
    Line line = lines.get(place);
    return HeadingReader.read(line)
        .filter(heading -> heading.numbering().ordinal() < Numbering.ARABIC.ordinal())
        .filter(heading -> !heading.after().isEmpty())
        .isPresent();
  }

  private boolean repeatsHead() {
    if (next + head.size() > lines.size() || !startsHead(next)) {
      return false;
    }
    List<Passage> cells = new ArrayList<>();
    for (int i = next; i < next + head.size(); i++) {
      cells.add(cell(lines.get(i)));
    }
    return head.isRepeatedBy(cells);
  }

  private void add(Line line, List<Passage> own) {
    Passage number = cell(line);
    Passage none = number.sub(0, 0);
    if (own.size() == head.size() - 1) {
      List<Passage> cells = new ArrayList<>(List.of(number));
      cells.addAll(own);
      if (fits(cells)) {
        rows.add(new TableRow(line.number(), cells));
        return;
      }
    }
    List<List<Passage>> parts = own.size() < 2 ? List.of() : byKind(own);
    if (parts.isEmpty()) {
      List<Passage> cells = new ArrayList<>(List.of(number));
      own.forEach(cells::add);
      while (cells.size() < 2) {
        cells.add(none);
      }
      rows.add(
          TableRow.unreadable(
              line.number(),
              cells,
              "第"
                  + number.text()
                  + "项有 "
                  + own.size()
                  + " 格,表头另有 "
                  + (head.size() - 1)
                  + " 列,不能确定各格属于哪一列"));
      return;
    }
    for (List<Passage> part : parts) {
      List<Passage> cells = new ArrayList<>(List.of(number));
      cells.addAll(part);
      rows.add(new TableRow(part.get(0).line(), cells));
    }
  }

  private boolean fits(List<Passage> cells) {
    for (int i = 1; i < cells.size(); i++) {
      boolean time = isDeadline(cells.get(i));
      boolean deadline = head.kinds().get(i) == ColumnKind.DEADLINE;
      if (time && head.kinds().get(i).namesUnits() || deadline && looksLikeUnit(cells.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Task, units, deadline: tells the lines of a row apart by what they look like. */
  private List<List<Passage>> byKind(List<Passage> own) {
    List<ColumnKind> kinds = head.kinds().subList(1, head.size());
    boolean simple =
        kinds.size() >= 2
            && kinds.size() <= 3
            && kinds.get(0).saysWhat()
            && kinds.get(1).namesUnits()
            && (kinds.size() == 2 || kinds.get(2) == ColumnKind.DEADLINE);
    if (!simple) {
      return List.of();
    }
    List<List<Passage>> parts = new ArrayList<>();
    Passage none = own.get(0).sub(0, 0);
    Passage[] row = {none, none, none};
    int column = 0;
    for (Passage cell : own) {
      int kind = isDeadline(cell) ? 2 : looksLikeUnit(cell) ? 1 : 0;
      if (kind >= kinds.size() || (kind == 0 && column == 1)) {
        return List.of();
      }
      if (kind < column) {
        parts.add(List.of(row).subList(0, kinds.size()));
        row = new Passage[] {none, none, none};
      }
      row[kind] = row[kind].isEmpty() ? cell : row[kind].then("/", cell);
      column = kind;
    }
    parts.add(List.of(row).subList(0, kinds.size()));
    boolean whole =
        parts.stream().noneMatch(part -> part.get(0).isEmpty()) && !parts.get(0).get(1).isEmpty();
    return whole ? parts : List.of();
  }

  private static boolean isDeadline(Passage cell) {
    return cell.length() <= LONGEST_DEADLINE
        && !cell.text().endsWith("。")
        && DeadlinePhraseReader.speaksOfTime(HalfWidth.of(cell.text()));
  }

  private static boolean looksLikeUnit(Passage cell) {
    return cell.length() <= LONGEST_UNIT && UnitWord.endsWithOne(cell.text());
  }
}
