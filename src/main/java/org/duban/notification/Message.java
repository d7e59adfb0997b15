package org.duban.notification;

/**
 * Something a person is told.
 *
 * @param occasion names what it's about: the same occasion is told to the same person once
 * @param kind what sort of message it is, such as REMINDER
 * @param recipient the person's user id
 */
public record Message(
    String tenantId,
    String projectId,
    String milestoneId,
    String occasion,
    String kind,
    String recipient,
    String text) {}
