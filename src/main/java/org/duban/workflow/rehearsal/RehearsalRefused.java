package org.duban.workflow.rehearsal;

/** A rehearsal can't be held as it was ordered; the message says why. */
public class RehearsalRefused extends RuntimeException {

  public RehearsalRefused(String sentence) {
    super(sentence);
  }
}
