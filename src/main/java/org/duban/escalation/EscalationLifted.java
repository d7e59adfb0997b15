package org.duban.escalation;

/** A department's own term isn't chased any more, while its milestone still runs. */
public record EscalationLifted(long escalationId, String milestoneId) {}
