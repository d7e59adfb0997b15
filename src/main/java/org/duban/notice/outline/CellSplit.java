package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Line;
import org.duban.notice.line.Passage;

/** The ways in which a line shows the cells of a row. */
enum CellSplit {
  PIPES {
    @Override
    List<Passage> cells(Line line) {
      String text = line.text();
      int start = text.startsWith("|") ? 1 : 0;
      List<Passage> cells = new ArrayList<>();
      for (int i = start; i <= text.length(); i++) {
        if (i == text.length() ? i > start : text.charAt(i) == '|') {
          cells.add(Passage.of(line, start, i).strip());
          start = i + 1;
        }
      }
      return cells;
    }
  },
  TABS {
    @Override
    List<Passage> cells(Line line) {
      return between(line, '\t');
    }
  },
  BLANKS {
    @Override
    List<Passage> cells(Line line) {
      return between(line, ' ');
    }
  };

  private static final int LEAST_PARTED = 2;

  /** Whether pipes or tabs part at least three cells in it. */
  static boolean isRow(String text) {
    long pipes = text.chars().filter(c -> c == '|').count();
    return pipes > LEAST_PARTED || text.chars().filter(c -> c == '\t').count() >= LEAST_PARTED;
  }

  abstract List<Passage> cells(Line line);

  /** How the line parts its cells; empty when it has one only. */
  static Optional<CellSplit> of(String text) {
    if (text.indexOf('|') >= 0 && text.indexOf('|') != text.lastIndexOf('|')) {
      return Optional.of(PIPES);
    }
    if (text.indexOf('\t') >= 0) {
      return Optional.of(TABS);
    }
    for (int i = 0; i < text.length(); i++) {
      if (HalfWidth.isBlank(text.charAt(i))) {
        return Optional.of(BLANKS);
      }
    }
    return Optional.empty();
  }

  private static List<Passage> between(Line line, char kind) {
    String text = line.text();
    List<Passage> cells = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean parts = kind == '\t' ? text.charAt(i) == '\t' : HalfWidth.isBlank(text.charAt(i));
      if (parts) {
        if (kind == '\t' || i > start) {
          cells.add(Passage.of(line, start, i).strip());
        }
        start = i + 1;
      }
    }
    cells.add(Passage.of(line, start, text.length()).strip());
    return cells;
  }
}
