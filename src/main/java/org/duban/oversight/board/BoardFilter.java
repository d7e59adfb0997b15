package org.duban.oversight.board;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.milestone.MilestoneFilter;

/**
 * What of the board is wanted; null leaves a question open.
 *
 * @param programme id of one programme
 * @param department code of the lead department
 * @param year of the heat map and the timeline
 */
public record BoardFilter(String programme, String department, MilestoneKind kind, int year) {

  /**
   * As a page or program asks: what is blank isn't asked for.
   *
   * @param year null for this one
   */
  static BoardFilter of(
      String programme, String department, MilestoneKind kind, Integer year, Clock clock) {
    return new BoardFilter(
        given(programme),
        given(department),
        kind,
        year == null ? LocalDate.now(clock).getYear() : year);
  }

  static String given(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** The milestones that are counted here. */
  MilestoneFilter milestones() {
    return new MilestoneFilter(
        null,
        null,
        kind,
        null,
        null,
        programme,
        null,
        department,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  boolean narrowed() {
    return programme != null || department != null;
  }

  /** The programme under which the tally counts it; all together have the empty one. */
  String counted() {
    return programme == null ? "" : programme;
  }

  /** What a department leads is counted among the leads. */
  String part() {
    return department == null ? "ALL" : "LEAD";
  }

  String kindName() {
    return kind == null ? null : kind.name();
  }
}
