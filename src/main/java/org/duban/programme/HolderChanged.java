package org.duban.programme;

/** Somebody else has the milestone in hand now, or will have once it is resumed. */
public record HolderChanged(String milestoneId) {}
