package org.duban.programme;

/**
 * Nobody owes anything for a dated milestone, and its deadline doesn't run, until it is resumed.
 */
public record MilestoneSuspended(String milestoneId) {}
