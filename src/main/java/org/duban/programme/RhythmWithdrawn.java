package org.duban.programme;

/** A project that runs needs no long-term reports any more. */
public record RhythmWithdrawn(String projectId) {}
