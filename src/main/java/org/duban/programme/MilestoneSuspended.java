package org.duban.programme;

/** The office stopped the clock of a milestone. */
public record MilestoneSuspended(String milestoneId) {}
