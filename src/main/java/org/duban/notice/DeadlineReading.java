package org.duban.notice;

import java.util.List;

/** What a deadline asks for, and what in it could not be read. */
record DeadlineReading(List<DraftMilestone> milestones, List<Fault> faults) {

  /**
   * @param reason a Chinese sentence without the line
   */
  record Fault(FlagCode code, String reason) {}
}
