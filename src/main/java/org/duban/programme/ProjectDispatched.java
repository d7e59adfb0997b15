package org.duban.programme;

/** A project went out to its departments. */
public record ProjectDispatched(
    String projectId, String tenantId, String programmeId, int ordinal) {}
