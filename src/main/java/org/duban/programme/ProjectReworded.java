package org.duban.programme;

/** Words or dates of a project changed, by which its tasks are called. */
public record ProjectReworded(String projectId) {}
