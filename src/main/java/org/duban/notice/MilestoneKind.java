package org.duban.notice;

/** What a part of a deadline asks for. */
public enum MilestoneKind {
  /** First results are due. */
  STAGE("阶段性成效"),
  /** Everything is delivered. */
  COMPLETION("完成"),
  /** Kept up without an end date (长期坚持), so that what is due is one report after the other. */
  ONGOING("定期报告");

  private final String label;

  MilestoneKind(String label) {
    this.label = label;
  }

  /** What people read for it, everywhere. */
  public String label() {
    return label;
  }
}
