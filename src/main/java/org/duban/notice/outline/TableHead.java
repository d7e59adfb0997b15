package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duban.notice.line.Passage;

/** The heads of a table's columns, in their order. */
record TableHead(List<ColumnKind> kinds, List<String> words) {

  /** Empty when the cells are not the head of a list of tasks: something to do, and who does it. */
  static Optional<TableHead> of(List<Passage> cells) {
    List<ColumnKind> kinds = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Passage cell : cells) {
      Optional<ColumnKind> kind = ColumnKind.of(cell.text());
      if (kind.isEmpty() && !cell.isEmpty()) {
        return Optional.empty();
      }
      kinds.add(kind.orElse(ColumnKind.OTHER));
      words.add(cell.text());
    }
    boolean what = kinds.stream().anyMatch(ColumnKind::saysWhat);
    boolean number = kinds.contains(ColumnKind.NUMBER);
    boolean answers = kinds.contains(ColumnKind.LEAD) || kinds.contains(ColumnKind.RESPONSIBLE);
    return answers && (what || number)
        ? Optional.of(new TableHead(kinds, words))
        : Optional.empty();
  }

  int size() {
    return kinds.size();
  }

  int indexOf(ColumnKind kind) {
    return kinds.indexOf(kind);
  }

  /** The same with the heads that a second row of heads, below, makes more exact. */
  TableHead refinedBy(TableHead below) {
    return below.size() == size() ? below : this;
  }

  boolean isRepeatedBy(List<Passage> cells) {
    if (cells.size() != size()) {
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      if (!bare(cells.get(i).text()).equals(bare(words.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }
}
