package org.duban.escalation;

/** Where the deadline policy comes from. */
public interface DeadlinePolicies {

  /** The policy by which everything is decided from now on. */
  DeadlinePolicy inForce();
}
