package org.duban.workflow.tasklist;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of lists that people find in Tasklist, in the order in which they stand there. */
enum TaskShelf {
  OPEN("待办", "本人可以办理的全部任务，须由本人办理的在前，其余按到期先后", Colour.GREEN, Span.ANY),
  CLAIMED("我认领的", "本人已认领、尚未办完的", Colour.GREEN, Span.ANY),
  EXPLAIN("需说明延误", "逾期事项，请负责人说明延误原因", Colour.RED, Span.ANY, "Activity_ExplainDelay"),
  REPORT(
      "待反馈",
      "待反馈、待汇总和待处理的异议",
      Colour.GREEN,
      Span.ANY,
      "Activity_FileProgressReport",
      "Activity_ConsolidateReport",
      "Activity_ResolveObjection"),
  SIGN_OFF("待会签", "配合事项待会签", Colour.GREEN, Span.ANY, "Activity_SignOff"),
  REVIEW("待审核", "反馈和会签齐备，待审核", Colour.GREEN, Span.ANY, "Activity_ReviewReport"),
  ENDORSE("待核签延期", "延期申请待核签", Colour.GREEN, Span.ANY, "Activity_EndorseExtension"),
  CLOSE("待销号", "节点全部办结，待销号", Colour.GREEN, Span.ANY, "Activity_CloseProject"),
  INSTRUCT("待批示", "逾期督办待批示", Colour.RED, Span.ANY, "Activity_GiveInstruction"),
  DECIDE("待审批延期", "延期申请待审批", Colour.GREEN, Span.ANY, "Activity_DecideExtension"),
  THIS_WEEK("本周到期", "今天至本周日到期", Colour.YELLOW, Span.THIS_WEEK),
  OVERDUE("已逾期", "期限已过", Colour.RED, Span.OVERDUE);

  /** Which due days belong in a list. */
  enum Span {
    ANY,
    /** Today up to and with Sunday. */
    THIS_WEEK,
    /** Before today. */
    OVERDUE
  }

  private static final class Colour {
    static final String GREEN = "#1B7A3D";
    static final String YELLOW = "#8A6100";
    static final String RED = "#B5152B";
  }

  private final String label;
  private final String description;
  private final String colour;
  private final Span span;
  private final List<String> steps;

  TaskShelf(String label, String description, String colour, Span span, String... steps) {
    this.label = label;
    this.description = description;
    this.colour = colour;
    this.span = span;
    this.steps = List.of(steps);
  }

  String label() {
    return label;
  }

  String description() {
    return description;
  }

  String colour() {
    return colour;
  }

  /** Those whose lists are others on another day. */
  static List<TaskShelf> dated() {
    return Stream.of(values()).filter(shelf -> shelf.span != Span.ANY).toList();
  }

  Span span() {
    return span;
  }

  /** The steps of the models whose tasks it holds; empty for all. */
  List<String> steps() {
    return steps;
  }
}
