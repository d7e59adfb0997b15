package org.duban.escalation;

/** A supporting department let its time go by, which counts as its agreement. */
public record SilenceTaken(String milestoneId, String department) {}
