package org.duban.notice;

import java.util.List;

/**
 * What a deadline asks for, and what in it could not be read.
 *
 * @param spans where in the phrase each milestone stands
 */
record DeadlineReading(List<DraftMilestone> milestones, List<Fault> faults, List<Span> spans) {

  /**
   * @param reason a Chinese sentence without the line
   */
  record Fault(FlagCode code, String reason) {}

  /** From a place of the phrase to another, exclusive. */
  record Span(int from, int to) {}
}
