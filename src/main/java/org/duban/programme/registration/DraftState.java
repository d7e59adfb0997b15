package org.duban.programme.registration;

/** How far a draft has come. */
enum DraftState {
  DRAFTING,
  /** Waits for another person of the office. */
  SUBMITTED,
  /** Came back to its drafter with a reason. */
  RETURNED,
  REGISTERED;

  boolean open() {
    return this == DRAFTING || this == RETURNED;
  }
}
