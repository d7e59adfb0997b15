package org.duban.notice.file;

import java.util.List;
import java.util.stream.Collectors;
import org.duban.notice.line.HalfWidth;

/**
 * A row of a table as a line: {@code | cell | cell | cell |}, whatever file it came from. A bar
 * inside a cell becomes the full-width ｜. A merged cell's value stands in every row and column that
 * it covers.
 */
public final class PipeRow {

  /** More columns than any list has. */
  static final int MOST_COLUMNS = 100;

  /** After these, and before those, a cell's next paragraph goes on in the same sentence. */
  private static final String OPEN_ENDS = "、,:(，：（";

  private static final String GOING_ON = "、,;.)。，；）";

  private PipeRow() {}

  static String of(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace('|', '｜'))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /**
   * The paragraphs of a cell in one: parted by a slash between blanks, by nothing where the one
   * before breaks off in its sentence, as after a 、.
   */
  static String cell(List<String> paragraphs) {
    StringBuilder cell = new StringBuilder();
    for (String printed : paragraphs) {
      String paragraph = HalfWidth.strip(printed.replaceAll("[\\s\\u3000]+", " "));
      if (paragraph.isEmpty()) {
        continue;
      }
      if (!cell.isEmpty()
          && OPEN_ENDS.indexOf(cell.charAt(cell.length() - 1)) < 0
          && GOING_ON.indexOf(paragraph.charAt(0)) < 0) {
        cell.append(" / ");
      }
      cell.append(paragraph);
    }
    return cell.toString();
  }
}
