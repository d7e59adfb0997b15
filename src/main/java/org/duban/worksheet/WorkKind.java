package org.duban.worksheet;

import java.util.List;
import java.util.stream.Stream;

/** A kind of task, with a sheet of its own: what is printed in a row, and what is filled in. */
public enum WorkKind {
  ACKNOWLEDGE(
      "签收",
      List.of(Column.printed("完成时限", 22), Column.printed("配合部门", 36)),
      List.of(),
      List.of(Column.choice("acknowledged", "签收", "签收"))),
  REPORT(
      "反馈进展",
      List.of(Column.printed("任务", 10)),
      List.of(
          Column.printed("量化指标", 26),
          Column.printed("目标", 14),
          Column.printed("已报", 26),
          Column.number(Column.FIGURE, "完成数")),
      List.of(Column.percent("percent", "完成百分比"), Column.text("narrative", "进展情况"))),
  SIGN_OFF(
      "会签",
      List.of(Column.printed("牵头部门", 22), Column.printed("反馈内容", 48), Column.printed("完成情况", 30)),
      List.of(),
      List.of(
          Column.choice("decision", "会签意见", "同意", "有异议"), Column.text("opinion", "理由（有异议时必填）"))),
  RESOLVE(
      "处理异议",
      List.of(Column.printed("异议", 48)),
      List.of(),
      List.of(Column.text("narrative", "处理情况"))),
  EXPLAIN(
      "说明延误",
      List.of(Column.printed("督办级别", 12)),
      List.of(),
      List.of(Column.text("explanation", "延误原因"), Column.date("recoveryDate", "预计完成日期")));

  /** The day of the milestone, which files of before 0.2 didn't print beside the task's own. */
  private static final Column MILESTONE_DUE = Column.printed("节点期限", 13);

  private static final List<Column> FIRST =
      List.of(
          Column.printed("事项", 30),
          Column.printed("节点", 12),
          Column.printed("期限", 13),
          MILESTONE_DUE,
          Column.printed("本单位", 18));

  private final String sheet;
  private final List<Column> own;
  private final List<Column> lines;
  private final List<Column> open;

  WorkKind(String sheet, List<Column> own, List<Column> lines, List<Column> open) {
    this.sheet = sheet;
    this.own = own;
    this.lines = lines;
    this.open = open;
  }

  public String sheet() {
    return sheet;
  }

  /** Printed once for a task: five that all kinds have, then those of this kind. */
  List<Column> printed() {
    return Stream.concat(FIRST.stream(), own.stream()).toList();
  }

  /** Once for each commitment of the task's project. */
  List<Column> lines() {
    return lines;
  }

  /** Filled in once for a task. */
  List<Column> open() {
    return open;
  }

  List<Column> all() {
    return Stream.of(printed(), lines, open).flatMap(List::stream).toList();
  }

  /** As files that were downloaded before have them, which are still read. */
  List<Column> before() {
    return all().stream().filter(column -> column != MILESTONE_DUE).toList();
  }
}
