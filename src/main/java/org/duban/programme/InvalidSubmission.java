package org.duban.programme;

/** What a person handed in can't be taken; the message says why, in words for that person. */
public class InvalidSubmission extends RuntimeException {

  public InvalidSubmission(String sentence) {
    super(sentence);
  }
}
