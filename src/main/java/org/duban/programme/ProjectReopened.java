package org.duban.programme;

/**
 * A closed project runs again.
 *
 * @param registeredAs the number that names it for ever
 * @param milestoneId the milestone that is delivered anew
 */
public record ProjectReopened(
    String projectId, String programmeId, int registeredAs, String milestoneId) {}
