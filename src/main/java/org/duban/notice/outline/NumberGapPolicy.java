package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A list that is whole numbers its items from 1 without a gap. Their order may be another. */
public final class NumberGapPolicy {

  private static final int MOST_NAMED = 10;

  private NumberGapPolicy() {}

  /** The missing numbers in words, the first ten runs of them; empty when none is missing. */
  public static Optional<String> missing(Set<Integer> present) {
    List<String> runs = new ArrayList<>();
    int expected = 1;
    for (int ordinal : new TreeSet<>(present)) {
      if (ordinal > expected) {
        runs.add(
            ordinal - 1 == expected
                ? "第" + expected + "项"
                : "第" + expected + "至" + (ordinal - 1) + "项");
      }
      expected = ordinal + 1;
    }
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    List<String> named = runs.subList(0, Math.min(runs.size(), MOST_NAMED));
    return Optional.of(String.join("、", named) + (runs.size() > MOST_NAMED ? "等" : ""));
  }
}
