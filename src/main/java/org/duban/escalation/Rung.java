package org.duban.escalation;

/** The steps of the ladder, the lowest first. */
public enum Rung {
  NONE,
  REMINDER,
  WARNING,
  LEVEL_1,
  LEVEL_2,
  LEVEL_3
}
