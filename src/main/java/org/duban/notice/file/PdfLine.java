package org.duban.notice.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A printed line of a PDF.
 *
 * @param page counted from 1
 * @param number on its page, counted from 1
 * @param em the height of its letters, in points
 */
record PdfLine(int page, int number, double em, List<Word> words) {

  /** Between the cells of a table is more room than this, in ems; between words there is less. */
  private static final double CELL_GAP = 1.4;

  private static final double WORD_GAP = 0.2;

  /** A run of letters, from its left to its right border, in points. */
  record Word(double left, double right, String text) {}

  String place() {
    return "第" + page + "页第" + number + "行";
  }

  double left() {
    return words.get(0).left;
  }

  double right() {
    return words.get(words.size() - 1).right;
  }

  String text() {
    return String.join(" ", cells().stream().map(Word::text).toList());
  }

  /** The runs of words that stand apart. */
  List<Word> cells() {
    List<Word> cells = new ArrayList<>();
    for (Word word : words) {
      Word last = cells.isEmpty() ? null : cells.get(cells.size() - 1);
      if (last == null || word.left - last.right > CELL_GAP * em) {
        cells.add(word);
      } else {
        cells.set(cells.size() - 1, joined(last, word));
      }
    }
    return cells;
  }

  private Word joined(Word one, Word next) {
    boolean chinese =
        one.text.charAt(one.text.length() - 1) > '\u2000' || next.text.charAt(0) > '\u2000';
    boolean apart = !chinese && next.left - one.right > WORD_GAP * em;
    return new Word(one.left, next.right, one.text + (apart ? " " : "") + next.text);
  }
}
