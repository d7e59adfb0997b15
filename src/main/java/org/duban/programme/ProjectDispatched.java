package org.duban.programme;

/**
 * A project went out to its departments.
 *
 * @param registeredAs the number that names it for ever
 */
public record ProjectDispatched(
    String projectId, String tenantId, String programmeId, int registeredAs) {}
