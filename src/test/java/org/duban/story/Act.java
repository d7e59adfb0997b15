package org.duban.story;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that somebody does. It names what it is about and never by a place in a list, so that
 * it says the same in a story from which others were taken out; where that isn't there then,
 * nothing is done.
 *
 * @param who user id, empty for what nobody does
 * @param what an item ({@code 1}), a milestone ({@code 1/STAGE/2021-06-30}), a page, or empty
 * @param how further words, by a blank
 */
record Act(Deed deed, String who, String what, String how) {

  static Act of(Deed deed, String who, Object what, Object... how) {
    String words = Stream.of(how).map(String::valueOf).collect(Collectors.joining(" "));
    return new Act(deed, who, String.valueOf(what), words);
  }

  String how(int n) {
    return how.split(" ")[n];
  }

  /** The same, tried by another. */
  Act by(String other) {
    return new Act(deed, other, what, how);
  }

  /** The item it's about. */
  int item() {
    return Integer.parseInt(what.split("/")[0]);
  }

  @Override
  public String toString() {
    return Stream.of(who, deed.words(), what, how)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
