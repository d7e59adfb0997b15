package org.duban.programme;

/** Where a milestone stands. */
public enum MilestoneState {
  PLANNED,
  REPORTING,
  SIGN_OFF,
  REVIEW,
  CLOSED,
  SUSPENDED,
  WITHDRAWN;

  /** Whether somebody still owes something for it. */
  public boolean open() {
    return this == REPORTING || this == SIGN_OFF || this == REVIEW;
  }
}
