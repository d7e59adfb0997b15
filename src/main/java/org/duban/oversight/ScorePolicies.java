package org.duban.oversight;

/** Where the score policy comes from. */
public interface ScorePolicies {

  ScorePolicy inForce();
}
