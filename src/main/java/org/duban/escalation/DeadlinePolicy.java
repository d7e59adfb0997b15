package org.duban.escalation;

/** One version of the office's deadline policy, a table that an official can read and change. */
public interface DeadlinePolicy {

  /** Another version is another policy. */
  String version();

  Verdict decide(Situation situation);
}
