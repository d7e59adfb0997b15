package org.duban.programme.registration;

/** Something can't be done with a draft; the message says why. */
class DraftRefused extends RuntimeException {

  private final boolean notYours;

  DraftRefused(DraftPolicy.Answer answer) {
    super(answer.sentence());
    this.notYours = answer.kind() == DraftPolicy.Answer.Kind.NOT_YOURS;
  }

  DraftRefused(String sentence) {
    super(sentence);
    this.notYours = false;
  }

  /** Whether it is a matter of the person, not of the moment. */
  boolean notYours() {
    return notYours;
  }
}
