package org.duban.worksheet;

import java.util.List;

/**
 * A task as a row of the sheet, or as several where there are several commitments.
 *
 * @param key finds the task again; not shown
 * @param printed what the printed columns of its kind say, in their order
 * @param lines its project's commitments, where its kind asks for figures
 */
public record WorkItem(String key, WorkKind kind, List<String> printed, List<Line> lines) {

  public WorkItem {
    printed = List.copyOf(printed);
    lines = List.copyOf(lines);
  }

  /**
   * One commitment.
   *
   * @param number of the commitment in its project
   * @param known a figure that was reported before, in words; may be empty
   */
  public record Line(int number, String metric, String target, String known) {}
}
