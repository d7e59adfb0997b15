package org.duban.programme;

/** Nobody owes anything for this milestone any more: it was met, or withdrawn. */
public record MilestoneClosed(String milestoneId, boolean met) {}
