package org.duban.story;

import java.util.List;
import java.util.stream.Collectors;

/** One act, or two at the same moment. */
record Step(List<Act> acts) {

  Step {
    acts = List.copyOf(acts);
  }

  static Step of(Act... acts) {
    return new Step(List.of(acts));
  }

  boolean has(Deed deed) {
    return acts.stream().anyMatch(act -> act.deed() == deed);
  }

  @Override
  public String toString() {
    return acts.stream().map(Act::toString).collect(Collectors.joining("  | at once |  "));
  }
}
