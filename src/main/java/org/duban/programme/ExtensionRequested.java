package org.duban.programme;

/** More time was asked for; the office and the leader have to answer. */
public record ExtensionRequested(long requestId, String milestoneId) {}
