package org.duban.escalation;

import org.duban.programme.Duty;

/**
 * Somebody who has a milestone in hand.
 *
 * @param code a department's code, {@code supervising-office} or {@code leader}
 * @param duty what they have still to do
 */
record Holder(String code, Duty duty) {}
