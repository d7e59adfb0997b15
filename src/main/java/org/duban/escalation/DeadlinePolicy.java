package org.duban.escalation;

/** One version of the office's deadline policy, a table that an official can read and change. */
public interface DeadlinePolicy {

  /** Another version is another policy. */
  String version();

  /**
   * The same for the same situation, always. It's asked for half a year of days at a time: whoever
   * takes long to decide remembers what they said.
   */
  Verdict decide(Situation situation);
}
