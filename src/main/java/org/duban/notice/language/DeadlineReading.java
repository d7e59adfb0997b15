package org.duban.notice.language;

import java.util.List;
import org.duban.notice.DraftMilestone;
import org.duban.notice.FlagCode;

/**
 * What a deadline asks for, and what in it could not be read.
 *
 * @param spans where in the phrase each milestone stands
 */
public record DeadlineReading(
    List<DraftMilestone> milestones, List<Fault> faults, List<Span> spans) {

  /**
   * @param reason a Chinese sentence without the line
   */
  public record Fault(FlagCode code, String reason) {}

  /** From a place of the phrase to another, exclusive. */
  public record Span(int from, int to) {}
}
