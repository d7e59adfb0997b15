package org.duban.worksheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** What somebody filled in on one sheet. */
final class FilledPage {

  private static final int MOST_ROWS = 10_000;

  private final Sheet sheet;
  private final WorkKind kind;
  private final List<Column> columns;

  FilledPage(Sheet sheet, WorkKind kind) {
    this.sheet = sheet;
    this.kind = kind;
    this.columns = titled(kind.before()) ? kind.before() : kind.all();
  }

  /**
   * @throws WorksheetRefused when the sheet hasn't its form any more
   */
  List<Answer> answers() {
    checkHead();
    Map<String, Gathering> byKey = new LinkedHashMap<>();
    for (Row row : sheet) {
      if (row.getRowNum() > 0) {
        String key = FilledCell.text(row.getCell(0));
        Gathering gathering =
            byKey.computeIfAbsent(
                key.isEmpty() ? "row " + row.getRowNum() : key, any -> new Gathering(key, row));
        gathering.take(row);
      }
    }
    return byKey.values().stream().map(Gathering::answer).filter(this::meant).toList();
  }

  /** Rows below the table that nobody wrote in are no answers. */
  private boolean meant(Answer answer) {
    return !answer.key().isEmpty() || !answer.untouched();
  }

  private boolean titled(List<Column> columns) {
    Row head = sheet.getRow(0);
    List<String> titles = titles(columns);
    return head != null
        && IntStream.range(0, titles.size())
            .allMatch(i -> FilledCell.text(head.getCell(i)).equals(titles.get(i)));
  }

  private static List<String> titles(List<Column> columns) {
    return Stream.concat(TaskPage.HIDDEN.stream(), columns.stream().map(Column::title)).toList();
  }

  private void checkHead() {
    List<String> titles = titles(columns);
    Row head = sheet.getRow(0);
    for (int i = 0; i < titles.size(); i++) {
      if (head == null || !FilledCell.text(head.getCell(i)).equals(titles.get(i))) {
        throw new WorksheetRefused(
            "“%s”表的表头被改动，第 %d 列应为“%s”。请重新下载，在表内填写。".formatted(kind.sheet(), i + 1, titles.get(i)));
      }
    }
    if (sheet.getLastRowNum() > MOST_ROWS) {
      throw new WorksheetRefused(
          "“%s”表超过 %d 行，未读取。请删去多余的行后再上传。".formatted(kind.sheet(), MOST_ROWS));
    }
  }

  /** The rows of one task. */
  private final class Gathering {

    private final String key;
    private final int row;
    private final String item;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<Integer, String> figures = new TreeMap<>();
    private final List<String> numbers = new ArrayList<>();
    private String problem;

    Gathering(String key, Row row) {
      this.key = key;
      this.row = row.getRowNum() + 1;
      this.item = FilledCell.text(row.getCell(TaskPage.HIDDEN.size()));
    }

    void take(Row row) {
      String number = FilledCell.text(row.getCell(1));
      boolean twice = numbers.contains(number);
      numbers.add(number);
      boolean filled = false;
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        if (column.isOpen()) {
          FilledCell cell = FilledCell.of(row.getCell(TaskPage.HIDDEN.size() + i), column);
          filled |= take(column, number, cell);
        }
      }
      if (filled && key.isEmpty()) {
        problem("这一行没有任务编号：请在下载的行内填写，不要另加行。");
      } else if (filled && twice) {
        problem("同一任务在表内出现两次，不能确定以哪一行为准。");
      }
    }

    private boolean take(Column column, String number, FilledCell cell) {
      if (cell.problem() != null) {
        problem("“" + column.title() + "”" + cell.problem());
      }
      if (cell.text().isEmpty()) {
        return cell.problem() != null;
      }
      if (!column.name().equals(Column.FIGURE)) {
        String other = values.putIfAbsent(column.name(), cell.text());
        if (other != null && !other.equals(cell.text())) {
          problem("“" + column.title() + "”填了两处，内容不同。");
        }
      } else if (number.matches("\\d{1,9}")) {
        figures.put(Integer.valueOf(number), cell.text());
      } else {
        problem("这一行没有量化指标，完成数应留空。");
      }
      return true;
    }

    private void problem(String sentence) {
      problem = problem == null ? sentence : problem;
    }

    Answer answer() {
      return new Answer(key, kind, row, item, values, figures, problem);
    }
  }
}
