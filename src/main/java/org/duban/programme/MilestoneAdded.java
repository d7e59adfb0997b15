package org.duban.programme;

/** A project that runs got one more milestone. */
public record MilestoneAdded(String projectId, String milestoneId) {}
