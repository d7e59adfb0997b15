package org.duban.story;

/** What came back over HTTP. */
record Answer(int status, String body) {

  /** For what isn't there any more, or never was: nothing was asked. */
  static final Answer NOTHING = new Answer(0, "");

  boolean done() {
    return status / 100 == 2;
  }

  boolean refused() {
    return status / 100 == 4;
  }

  @Override
  public String toString() {
    return status + " " + (body.length() > 300 ? body.substring(0, 300) : body);
  }
}
