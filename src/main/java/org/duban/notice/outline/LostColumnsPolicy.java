package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.language.ChineseNumber;
import org.duban.notice.language.LabelReader;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Line;

/**
 * Whether a table was copied so that the cells of its rows can't be put together again. The heads
 * of its columns stand alone on lines, or together on one, and the lines below are single cells. In
 * order are they when each row begins with the next number and has units and a deadline where the
 * heads promise them, in the same order; or, without numbers, when every so many lines make a row.
 * One row in three may lack a cell. Torn are they also when a head such as 牵头单位 stands alone once
 * for several numbered items, with all their units below it.
 */
public final class LostColumnsPolicy {

  private static final Set<String> NUMBER_HEADS = Set.of("序号", "编号", "项目序号", "任务序号");
  private static final Set<String> WORK_HEADS =
      Set.of(
          "项目", "任务", "事项", "项目名称", "任务名称", "事项名称", "重点任务", "重点工作", "工作任务", "主要任务", "目标任务", "工作内容",
          "建设内容", "主要内容", "任务内容", "具体内容", "工作目标", "年度目标", "具体举措", "工作举措", "工作措施", "备注", "类别",
          "任务分解", "实事项目", "工作要求", "责任人", "责任领导", "分管领导", "联系人", "责任科室");
  private static final Set<String> UNIT_HEADS =
      Set.of(
          "牵头单位", "牵头部门", "责任单位", "责任部门", "主办单位", "主办部门", "主责单位", "主责部门", "配合单位", "配合部门", "协办单位",
          "协办部门", "参与单位", "参加单位", "承办单位", "实施单位");
  private static final Set<String> DEADLINE_HEADS =
      Set.of("完成时限", "完成时间", "时限要求", "完成期限", "时间节点", "办结时限", "时间安排", "进度安排", "计划完成时间");

  private static final int LEAST_HEADS = 3;
  private static final int MOST_HEADS = 30;
  private static final int LEAST_PILE = 2;
  private static final int LONGEST_HEAD = 16;
  private static final int LONGEST_HEAD_LINE = 120;
  private static final int LONGEST_NUMBER = 12;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000:：]+");

  private static final Pattern NUMBERED =
      Pattern.compile("[(（]?(\\d{1,4}|[一二三四五六七八九十百]{1,5})(?:[)）]?[、.．]|[)）]|\\s|$)\\s*(.*)");

  private LostColumnsPolicy() {}

  /** Where the torn table begins; empty when there is none. */
  public static Optional<Line> firstTornIn(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Heads heads = Heads.at(lines, i);
      if (heads != null) {
        return heads.areFollowedByRows(lines.subList(i + heads.lines, lines.size()))
            ? Optional.empty()
            : Optional.of(lines.get(i));
      }
    }
    return firstPile(lines);
  }

  private static boolean isHead(String word) {
    return NUMBER_HEADS.contains(word)
        || WORK_HEADS.contains(word)
        || UNIT_HEADS.contains(word)
        || DEADLINE_HEADS.contains(word);
  }

  /** The only word of a line without what parts its letters; empty when the line is longer. */
  private static String word(String text) {
    return text.length() > LONGEST_HEAD ? "" : BLANKS.matcher(text).replaceAll("");
  }

  /**
   * The heads of a table.
   *
   * @param lines on how many lines they stand
   */
  private record Heads(List<String> words, int lines) {

    static Heads at(List<Line> lines, int start) {
      List<String> together = together(lines.get(start).text());
      if (together.size() >= LEAST_HEADS) {
        return promising(together, 1);
      }
      List<String> words = new ArrayList<>();
      int last = Math.min(lines.size(), start + MOST_HEADS);
      for (int i = start; i < last && isHead(word(lines.get(i).text())); i++) {
        words.add(word(lines.get(i).text()));
      }
      return words.size() < LEAST_HEADS ? null : promising(words, words.size());
    }

    private static List<String> together(String text) {
      int first = 0;
      while (first < text.length() && !HalfWidth.isBlank(text.charAt(first))) {
        first++;
      }
      if (text.length() > LONGEST_HEAD_LINE || !isHead(text.substring(0, first))) {
        return List.of();
      }
      List<String> words = List.of(text.split("[\\s\\u3000]+"));
      return words.stream().allMatch(LostColumnsPolicy::isHead) ? words : List.of();
    }

    /** Heads that promise neither units nor a deadline are none of a list. */
    private static Heads promising(List<String> words, int lines) {
      boolean promising =
          words.stream()
              .anyMatch(word -> UNIT_HEADS.contains(word) || DEADLINE_HEADS.contains(word));
      return promising ? new Heads(words, lines) : null;
    }

    boolean areFollowedByRows(List<Line> below) {
      List<String> cells =
          below.stream().map(Line::text).filter(text -> !isHead(word(text))).toList();
      if (cells.size() < words.size() || !areSingleCells(cells)) {
        return true;
      }
      List<List<String>> rows = rowsByNumber(cells);
      if (rows.size() >= 2) {
        return areInOrder(rows);
      }
      return words.stream().noneMatch(NUMBER_HEADS::contains) && areInOrder(rowsByCount(cells));
    }

    /** Below heads that were copied well stand whole rows: with bars, tabs, or several words. */
    private boolean areSingleCells(List<String> cells) {
      List<String> first = cells.subList(0, Math.min(cells.size(), 4 * words.size()));
      long whole =
          first.stream()
              .filter(
                  cell -> cell.startsWith("|") || cell.split("[\\s\\u3000]+").length >= LEAST_HEADS)
              .count();
      return whole * 3 < first.size() && first.stream().noneMatch(Heads::isLabelled);
    }

    private static boolean isLabelled(String cell) {
      return !LabelReader.read(new Line(1, cell)).values().isEmpty();
    }

    private static List<List<String>> rowsByNumber(List<String> cells) {
      List<List<String>> rows = new ArrayList<>();
      for (String cell : cells) {
        Matcher numbered = NUMBERED.matcher(cell);
        if (numbered.matches() && ordinal(numbered.group(1)) == rows.size() + 1) {
          rows.add(new ArrayList<>());
          if (!numbered.group(2).isEmpty()) {
            rows.get(rows.size() - 1).add(numbered.group(2));
          }
        } else if (!rows.isEmpty()) {
          rows.get(rows.size() - 1).add(cell);
        }
      }
      return rows;
    }

    private List<List<String>> rowsByCount(List<String> cells) {
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < cells.size(); i += words.size()) {
        rows.add(cells.subList(i, Math.min(cells.size(), i + words.size())));
      }
      return rows;
    }

    private boolean areInOrder(List<List<String>> rows) {
      long good = rows.stream().filter(this::isWhole).count();
      return (rows.size() - good) * 3 <= rows.size();
    }

    private boolean isWhole(List<String> row) {
      List<CellKind> kinds = row.stream().map(CellKind::of).toList();
      int units = kinds.indexOf(CellKind.UNITS);
      int deadline = kinds.indexOf(CellKind.DEADLINE);
      boolean unitsPromised = words.stream().anyMatch(UNIT_HEADS::contains);
      boolean deadlinePromised = words.stream().anyMatch(DEADLINE_HEADS::contains);
      if (unitsPromised && units < 0 || deadlinePromised && deadline < 0) {
        return false;
      }
      return !unitsPromised
          || !deadlinePromised
          || deadlineFirst() == deadline < kinds.lastIndexOf(CellKind.UNITS);
    }

    private boolean deadlineFirst() {
      List<String> promised =
          words.stream()
              .filter(word -> UNIT_HEADS.contains(word) || DEADLINE_HEADS.contains(word))
              .toList();
      return DEADLINE_HEADS.contains(promised.get(0));
    }
  }

  /** A head that stands alone once, with the cells of several items below it. */
  private static Optional<Line> firstPile(List<Line> lines) {
    long items = lines.stream().filter(line -> isNumbered(line.text())).count();
    if (items < LEAST_HEADS) {
      return Optional.empty();
    }
    Map<String, Long> printed = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String head = word(lines.get(i).text());
      CellKind kind = promisedBy(head);
      if (kind != CellKind.OTHER
          && pile(lines, i + 1, kind) >= Math.max(LEAST_PILE, items / 2)
          && printed.computeIfAbsent(head, any -> timesPrinted(lines, head)) * 2 < items) {
        return Optional.of(lines.get(i));
      }
    }
    return Optional.empty();
  }

  private static CellKind promisedBy(String head) {
    if (UNIT_HEADS.contains(head)) {
      return CellKind.UNITS;
    }
    return DEADLINE_HEADS.contains(head) ? CellKind.DEADLINE : CellKind.OTHER;
  }

  private static int pile(List<Line> lines, int start, CellKind kind) {
    int end = start;
    while (end < lines.size()
        && !isHead(word(lines.get(end).text()))
        && CellKind.of(lines.get(end).text()) == kind) {
      end++;
    }
    return end - start;
  }

  private static long timesPrinted(List<Line> lines, String head) {
    return lines.stream().filter(line -> line.text().contains(head)).count();
  }

  private static boolean isNumbered(String text) {
    Matcher numbered = NUMBERED.matcher(text.substring(0, Math.min(text.length(), LONGEST_NUMBER)));
    return numbered.matches() && ordinal(numbered.group(1)) > 0;
  }

  private static int ordinal(String printed) {
    return Character.isDigit(printed.charAt(0))
        ? Integer.parseInt(printed)
        : ChineseNumber.read(printed).orElse(-1);
  }
}
