package org.duban.notice;

/** What a part of a deadline asks for. */
public enum MilestoneKind {
  /** First results are due (阶段性成效). */
  STAGE,
  /** Everything is delivered. */
  COMPLETION,
  /** Kept up without an end date (长期坚持). */
  ONGOING
}
