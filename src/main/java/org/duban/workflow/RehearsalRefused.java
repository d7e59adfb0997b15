package org.duban.workflow;

/** A rehearsal can't be held as it was ordered; the message says why. */
class RehearsalRefused extends RuntimeException {

  RehearsalRefused(String sentence) {
    super(sentence);
  }
}
