package org.duban.notification;

import java.time.Duration;

/** A letter wasn't taken over. The message is a sentence for the office, and holds no secret. */
final class Undelivered extends Exception {

  private static final long serialVersionUID = 1L;

  enum Reach {
    /** This letter will never be taken: there is no such address. */
    FOR_GOOD,
    /** This letter wasn't taken now; another may be. */
    THIS_LETTER,
    /** Nothing gets through there for now. */
    WHOLE_LANE
  }

  private final Reach reach;
  private final Duration pause;

  private Undelivered(Reach reach, String sentence, Duration pause) {
    super(sentence);
    this.reach = reach;
    this.pause = pause;
  }

  static Undelivered forGood(String sentence) {
    return new Undelivered(Reach.FOR_GOOD, sentence, Duration.ZERO);
  }

  static Undelivered now(String sentence) {
    return new Undelivered(Reach.THIS_LETTER, sentence, Duration.ZERO);
  }

  static Undelivered laneDown(String sentence) {
    return new Undelivered(Reach.WHOLE_LANE, sentence, Duration.ZERO);
  }

  /** The other side wants to be left alone for that long. */
  static Undelivered tooFast(String sentence, Duration pause) {
    return new Undelivered(Reach.WHOLE_LANE, sentence, pause);
  }

  Reach reach() {
    return reach;
  }

  /** The least time to let pass before the next try. */
  Duration pause() {
    return pause;
  }
}
