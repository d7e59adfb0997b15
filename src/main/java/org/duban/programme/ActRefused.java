package org.duban.programme;

/**
 * What a person asked for doesn't fit the moment, or isn't theirs to do; the message says why, in
 * words for that person. Nothing was changed.
 */
public class ActRefused extends RuntimeException {

  private final boolean notYours;

  private ActRefused(String sentence, boolean notYours) {
    super(sentence);
    this.notYours = notYours;
  }

  public static ActRefused notNow(String sentence) {
    return new ActRefused(sentence, false);
  }

  public static ActRefused notYours(String sentence) {
    return new ActRefused(sentence, true);
  }

  /** Whether it is a matter of the person, not of the moment. */
  public boolean notYours() {
    return notYours;
  }
}
