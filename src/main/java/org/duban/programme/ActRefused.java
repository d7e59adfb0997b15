package org.duban.programme;

/** The state of things doesn't allow what the office wants; the message says why. */
public class ActRefused extends RuntimeException {

  public ActRefused(String sentence) {
    super(sentence);
  }
}
