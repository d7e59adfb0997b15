package org.duban.programme;

/** A milestone that was met is owed once more, on the new day that it has now. */
public record MilestoneReopened(String milestoneId, String reason) {}
