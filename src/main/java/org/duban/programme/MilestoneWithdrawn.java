package org.duban.programme;

/** A milestone that ran is not wanted any more, while its project goes on. */
public record MilestoneWithdrawn(String milestoneId) {}
