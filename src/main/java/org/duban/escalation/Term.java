package org.duban.escalation;

/** What a day is set for: each term has a ladder of its own in the deadline policy. */
public enum Term {

  /** The published date of a milestone. */
  MILESTONE,

  /** The working days that a supporting department has to sign a report off. */
  SIGN_OFF,

  /** The day by which the head of a holder promised to make up for a delay. */
  RECOVERY
}
