package org.duban.notice.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;

/**
 * Tables of a PDF, which has none: only letters that stand apart. A table is read when each of its
 * rows is one printed line that begins with a number, and all columns are in line. Where a cell
 * wraps, which words belong together can't be known, and the file is refused.
 */
final class PdfTables {

  private static final int LEAST_CELLS = 3;
  private static final int LEAST_ROWS = 3;

  private static final Pattern NUMBER =
      Pattern.compile("[(（]?(?:\\d{1,5}|[一二三四五六七八九十百]{1,5})[)）]?[、.．]?.*");

  private PdfTables() {}

  /** A row of a table that was read. */
  record Row(PdfLine line, String text) {}

  /** Where the table that begins at this line ends; the same place when none does. */
  static int endOf(List<PdfLine> lines, int start) {
    int end = start;
    int rows = 0;
    int last = start;
    while (end < lines.size() && end - last < LEAST_ROWS) {
      if (lines.get(end).cells().size() >= LEAST_CELLS) {
        rows++;
        last = end + 1;
      } else if (rows == 0) {
        return start;
      }
      end++;
    }
    return rows >= LEAST_ROWS ? last : start;
  }

  /**
   * @throws NoticeRefused when the columns can't be told
   */
  static List<Row> rows(List<PdfLine> table) {
    int width = table.get(0).cells().size();
    List<Row> rows = new ArrayList<>();
    double[] lefts = new double[width];
    double[] rights = new double[width];
    for (PdfLine line : table) {
      List<PdfLine.Word> cells = line.cells();
      boolean head = rows.isEmpty();
      if (cells.size() != width || !head && !NUMBER.matcher(cells.get(0).text()).matches()) {
        throw lost(line);
      }
      for (int i = 0; i < width; i++) {
        lefts[i] = head ? cells.get(i).left() : Math.min(lefts[i], cells.get(i).left());
        rights[i] = Math.max(rights[i], cells.get(i).right());
        if (i > 0 && rights[i - 1] > lefts[i]) {
          throw lost(line);
        }
      }
      rows.add(new Row(line, PipeRow.of(cells.stream().map(PdfLine.Word::text).toList())));
    }
    return rows;
  }

  private static NoticeRefused lost(PdfLine line) {
    return new NoticeRefused(
        FlagCode.COLUMNS_LOST,
        1,
        line.place(),
        "这里是表格,PDF 没有保存单元格,不能确定哪些文字属于同一格。请上传原来的 Word、Excel 文件或网页。");
  }
}
