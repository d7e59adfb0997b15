package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;
import org.duban.notice.line.Excerpt;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Line;

/** Parts a text into its tables and the lines around them. */
public final class Blocks {

  private static final Pattern RUN_TOGETHER =
      Pattern.compile(
          "序号[^。;:,、\\s|]{2,60}?(?:(?:牵头|责任|主办|配合|协办|承办)(?:单位|部门))(?:(?:牵头|责任|配合|协办|承办|参与)(?:单位|部门)|完成时限|完成时间|时限要求|\\d|备注|[^。;:,、\\s|]{1,12}(?:单位|部门|时限|领导))");

  private Blocks() {}

  public static List<Block> of(List<Line> lines) {
    List<Block> blocks = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      int place = i;
      Optional<GridReader.Read> table =
          GridReader.at(lines, place).or(() -> ColumnOfCells.at(lines, place));
      if (table.isPresent()) {
        blocks.add(new Block(null, table.get().table()));
        i = table.get().next();
      } else {
        blocks.add(new Block(lines.get(i), null));
        i++;
      }
    }
    return blocks;
  }

  /**
   * @throws NoticeRefused when a table's heads stand run together, so that no cell can be told from
   *     the next
   */
  public static void refuseLostColumns(List<Line> lines) {
    for (Line line : lines) {
      if (line.text().indexOf("序号") < 0) {
        continue;
      }
      String half = HalfWidth.of(line.text());
      Matcher heads = RUN_TOGETHER.matcher(half);
      if (heads.find()) {
        throw new NoticeRefused(
            FlagCode.COLUMNS_LOST,
            line.number(),
            "表头" + Excerpt.of(heads.group()) + "连成一行,各列在复制时已经丢失,不能确定每项的责任单位。请上传原文件,或带着表格粘贴。");
      }
    }
  }
}
