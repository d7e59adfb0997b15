package org.duban.notice.outline;

import java.util.List;
import java.util.Optional;
import org.duban.notice.line.Passage;

/**
 * A row below a table's head.
 *
 * @param cells as many as the head has; a single one for a row that names a group of rows
 * @param doubt why the cells may belong to other columns; null when they can't
 * @param fault why the row can't be told apart into its columns; null when it can
 */
record TableRow(int line, List<Passage> cells, String doubt, String fault) {

  TableRow(int line, List<Passage> cells) {
    this(line, cells, null, null);
  }

  static TableRow unreadable(int line, List<Passage> cells, String fault) {
    return new TableRow(line, cells, null, fault);
  }

  TableRow doubted(String reason) {
    return new TableRow(line, cells, reason, fault);
  }

  /** The words of a row that only names the rows below it: one cell, or the same in all. */
  Optional<Passage> group() {
    Passage first = cells.get(0);
    if (fault != null) {
      return Optional.empty();
    }
    List<Passage> others = cells.subList(1, cells.size());
    boolean alone = others.stream().allMatch(Passage::isEmpty);
    if (alone || (cells.size() > 1 && areAll(others, first.text()))) {
      boolean says = !first.isEmpty() && !first.text().matches("\\d*");
      return says ? Optional.of(first) : Optional.empty();
    }
    boolean sameBehindNumber =
        cells.size() >= 4 && !others.get(0).isEmpty() && areAll(others, others.get(0).text());
    return sameBehindNumber ? Optional.of(others.get(0)) : Optional.empty();
  }

  private static boolean areAll(List<Passage> cells, String text) {
    return cells.stream().allMatch(cell -> cell.text().equals(text));
  }
}
