package org.duban.programme;

/** One numbered item of a programme. */
public record Project(
    String id,
    String tenantId,
    String programmeId,
    int ordinal,
    String number,
    String title,
    String body,
    String deadlinePhrase,
    String state) {}
