package org.duban.programme;

/** A lead that was still asked to acknowledge its assignment did so by handing in a report. */
public record AcknowledgedByReport(String projectId, String department) {}
