package org.duban.oversight;

/** One version of the office's score policy, a table that an official can read and change. */
public interface ScorePolicy {

  /** Counted from 1. */
  int version();

  Points decide(ScoreSituation situation);
}
