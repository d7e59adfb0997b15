package org.duban.story;

import java.util.List;

/**
 * What a witness has to say against a story.
 *
 * @param step after which, counted from 0
 */
record Contradiction(String witness, int step, List<String> words) {

  /** The sort of fault: what is said before the names. */
  String sort() {
    return witness + ": " + words.get(0).split(": ")[0];
  }

  @Override
  public String toString() {
    return witness + ": " + String.join("\n  ", words);
  }
}
