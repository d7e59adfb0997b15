package org.duban.programme;

/** Somebody else has the milestone in hand now. */
public record HolderChanged(String milestoneId) {}
