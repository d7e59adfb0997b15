package org.duban.programme;

/** A new reporting period of an ONGOING project began; its milestone is there. */
public record ReportPeriodOpened(String projectId, String milestoneId) {}
