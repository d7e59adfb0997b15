package org.duban.notice.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;

/**
 * Lays the cells of a table out on its grid, so that each row has a value in each column. Rows
 * before the first with two cells stand above the table's heads (its title, 单位：万元) and become plain
 * lines; so does each cell of a table of one column, which only frames a text.
 */
final class TableGrid {

  private final List<List<Cell>> rows = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private int width;

  private record Cell(List<String> paragraphs, String text, boolean repeated) {}

  /** A cell that reaches down, and how many rows it still covers. */
  private record Held(Cell cell, int rows) {}

  /** A row of the result: its place among the rows that were begun, from 0, and its lines. */
  record Row(int index, List<String> lines) {}

  void beginRow() {
    endRow();
    rows.add(new ArrayList<>());
  }

  /**
   * The next cell of the row, at the next column that no cell from above reaches into.
   *
   * @param down rows it covers, 1 or more
   * @throws NoticeRefused when the row becomes wider than any list's
   */
  void cell(List<String> paragraphs, int across, int down) {
    List<Cell> row = rows.get(rows.size() - 1);
    takeHeld(row);
    Cell cell = new Cell(List.copyOf(paragraphs), PipeRow.cell(paragraphs), false);
    for (int i = 0; i < Math.max(1, across); i++) {
      put(row, i == 0 ? cell : repeated(cell));
      if (down > 1) {
        hold(row.size() - 1, new Held(repeated(cell), down - 1));
      }
    }
  }

  /** The next cell goes on with the one above it, whose value it shares. */
  void cellFromAbove(int across) {
    List<Cell> row = rows.get(rows.size() - 1);
    List<Cell> above = rows.size() < 2 ? List.of() : rows.get(rows.size() - 2);
    for (int i = 0; i < Math.max(1, across); i++) {
      put(row, row.size() < above.size() ? repeated(above.get(row.size())) : empty());
    }
  }

  /** The next cell belongs to a merged one that begins elsewhere. */
  void repeat(String text) {
    put(rows.get(rows.size() - 1), new Cell(List.of(text), text, true));
  }

  /** Columns that the row leaves out. */
  void skip(int columns) {
    for (int i = 0; i < columns; i++) {
      put(rows.get(rows.size() - 1), empty());
    }
  }

  /** The row that was begun last isn't part of the table after all; it has no merged cells. */
  void dropRow() {
    if (!rows.isEmpty()) {
      rows.get(rows.size() - 1).replaceAll(cell -> empty());
    }
  }

  List<Row> rows() {
    endRow();
    List<Row> result = new ArrayList<>();
    boolean begun = false;
    for (int i = 0; i < rows.size(); i++) {
      List<Cell> row = rows.get(i);
      List<Cell> own = row.stream().filter(cell -> !cell.repeated && !cell.text.isEmpty()).toList();
      begun |= own.size() > 1;
      if (width == 1 || !begun) {
        result.add(new Row(i, own.stream().flatMap(cell -> cell.paragraphs.stream()).toList()));
      } else if (row.stream().anyMatch(cell -> !cell.text.isEmpty())) {
        List<String> texts = new ArrayList<>(row.stream().map(Cell::text).toList());
        texts.addAll(Collections.nCopies(width - texts.size(), ""));
        result.add(new Row(i, List.of(PipeRow.of(texts))));
      }
    }
    return result;
  }

  private void endRow() {
    if (!rows.isEmpty()) {
      List<Cell> row = rows.get(rows.size() - 1);
      takeHeld(row);
      while (row.size() < held.size()) {
        put(row, empty());
        takeHeld(row);
      }
      width = Math.max(width, row.size());
    }
  }

  private void takeHeld(List<Cell> row) {
    while (row.size() < held.size() && held.get(row.size()) != null) {
      int column = row.size();
      Held above = held.get(column);
      put(row, above.cell);
      held.set(column, above.rows == 1 ? null : new Held(above.cell, above.rows - 1));
    }
    while (!held.isEmpty() && held.get(held.size() - 1) == null) {
      held.remove(held.size() - 1);
    }
  }

  private void hold(int column, Held below) {
    while (held.size() <= column) {
      held.add(null);
    }
    held.set(column, below);
  }

  private static void put(List<Cell> row, Cell cell) {
    if (row.size() == PipeRow.MOST_COLUMNS) {
      throw new NoticeRefused(
          FlagCode.TOO_LARGE, 1, "有一个表格超过 " + PipeRow.MOST_COLUMNS + " 列,不像任务清单。");
    }
    row.add(cell);
  }

  private static Cell repeated(Cell cell) {
    return new Cell(cell.paragraphs, cell.text, true);
  }

  private static Cell empty() {
    return new Cell(List.of(), "", true);
  }
}
