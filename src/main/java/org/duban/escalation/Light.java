package org.duban.escalation;

/** GREEN on track, YELLOW near due, RED overdue; computed, never typed in. */
public enum Light {
  GREEN,
  YELLOW,
  RED
}
