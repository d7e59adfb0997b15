package org.duban.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Says what is in the file, how to fill it in, and what of the last one is lost. */
final class CoverPage {

  static final String NAME = "说明";

  private final XSSFSheet sheet;
  private final Styles styles;

  CoverPage(XSSFWorkbook workbook, Styles styles) {
    this.sheet = workbook.createSheet(NAME);
    this.styles = styles;
    sheet.setColumnWidth(0, 100 * 256);
    sheet.enableLocking();
  }

  void write(String title, List<WorkItem> items, List<Refused> gone) {
    add(title, styles.title);
    add(contents(items), styles.plain);
    for (String line : HOW) {
      add(line, styles.plain);
    }
    if (!gone.isEmpty()) {
      add("上次上传的以下各行未能提交，任务已不在本表内：", styles.refused);
      for (Refused one : gone) {
        Answer answer = one.answer();
        add(
            "“%s”表第 %d 行 %s：%s（所填：%s）"
                .formatted(
                    answer.kind().sheet(),
                    answer.row(),
                    answer.item(),
                    one.reason(),
                    typed(answer)),
            styles.refused);
      }
    }
  }

  private static final List<String> HOW =
      List.of(
          "黄色单元格可以填写，其他单元格已锁定。只填要办理的任务，其余留空；没填的不会提交。",
          "填好后在“Excel 填报”页面上传。每个任务分别检查、分别提交：填对的当场提交，有误的连同原因退回，改好后再上传即可。",
          "请不要增删行列、改动表头。佐证材料不能放在表里，请在任务页面上传。");

  private static String contents(List<WorkItem> items) {
    Map<WorkKind, Long> counts =
        items.stream()
            .collect(Collectors.groupingBy(WorkItem::kind, TreeMap::new, Collectors.counting()));
    return counts.isEmpty()
        ? "目前没有待办任务。"
        : counts.entrySet().stream()
            .map(entry -> entry.getKey().sheet() + " " + entry.getValue() + " 项")
            .collect(Collectors.joining("，", "本表共有：", "。"));
  }

  /** Nothing that somebody typed is lost. */
  private static String typed(Answer answer) {
    List<String> typed = new ArrayList<>(answer.values().values());
    answer.figures().forEach((number, figure) -> typed.add("指标 " + number + " = " + figure));
    return String.join("；", typed);
  }

  private void add(String text, CellStyle style) {
    Cell cell = sheet.createRow(sheet.getPhysicalNumberOfRows()).createCell(0);
    cell.setCellValue(CellWords.fitting(text));
    cell.setCellStyle(style);
  }
}
