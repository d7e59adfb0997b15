package org.duban.notice;

import java.time.LocalDate;

/**
 * One dated obligation, or one without an end.
 *
 * @param due the last day on which it is in time; null for ONGOING
 * @param phrase the part of the deadline it was read from, as printed
 * @param rule how the phrase was read
 * @param yearFrom where the year of due came from; null without a due
 */
public record DraftMilestone(
    MilestoneKind kind, LocalDate due, String phrase, DateRule rule, YearSource yearFrom) {}
