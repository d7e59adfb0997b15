package org.duban.programme;

import java.time.LocalDate;

/** A milestone is due on another day. */
public record MilestoneRedated(String milestoneId, LocalDate from, LocalDate to) {}
