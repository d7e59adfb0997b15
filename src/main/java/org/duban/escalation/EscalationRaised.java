package org.duban.escalation;

/** A missed deadline has come so far up that people must act on it. */
public record EscalationRaised(long escalationId, String milestoneId) {}
