package org.duban.programme;

/** A project is not wanted any more; nothing is owed for it. */
public record ProjectWithdrawn(String projectId) {}
