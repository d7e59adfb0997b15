package org.duban.escalation;

import java.util.List;

/**
 * A department doesn't answer for a delay any more; whoever took its place is asked to explain.
 *
 * @param to nobody where nobody took it, or what is asked was said already
 */
public record ExplanationPassed(
    long escalationId, String milestoneId, String from, List<String> to) {}
