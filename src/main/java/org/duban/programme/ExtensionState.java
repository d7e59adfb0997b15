package org.duban.programme;

/** Where a request for more time stands. */
public enum ExtensionState {
  PENDING_ENDORSEMENT,
  PENDING_DECISION,
  APPROVED,
  REFUSED,
  /** The milestone was met or withdrawn before anybody decided. */
  LAPSED;

  /** Whether somebody still has to answer it. */
  public boolean pending() {
    return this == PENDING_ENDORSEMENT || this == PENDING_DECISION;
  }
}
