package org.duban.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.duban.story.Court.Hearing;

/** Leaves out of a story what its contradiction can do without. */
final class Shortening {

  private final Court court;
  private final Instant until;
  private Hearing shortest;

  Shortening(Court court, Duration patience) {
    this.court = court;
    this.until = Instant.now().plus(patience);
  }

  /** The shortest story found in which the same witness says the same sort of thing. */
  Hearing of(Hearing failed) {
    shortest = failed;
    tryWith(failed.telling());
    for (int part = failed.story().steps().size() / 2; part >= 1; part = part == 1 ? 0 : part / 2) {
      boolean again = true;
      while (again) {
        again = leaveOut(part);
        if (part > 1) {
          break;
        }
      }
    }
    return shortest;
  }

  /** Whether any part of that length could be left out. */
  private boolean leaveOut(int part) {
    boolean shorter = false;
    for (int from = shortest.story().steps().size() - part; from >= 0; from -= part) {
      List<Step> steps = shortest.story().steps();
      if (from + part > steps.size() || Instant.now().isAfter(until)) {
        continue;
      }
      List<Step> rest = new ArrayList<>(steps.subList(0, from));
      rest.addAll(steps.subList(from + part, steps.size()));
      shorter |= tryWith(rest);
    }
    return shorter;
  }

  private boolean tryWith(List<Step> steps) {
    Hearing heard = court.replay(shortest.story().with(steps));
    boolean same =
        heard.contradiction().isPresent()
            && heard
                .contradiction()
                .get()
                .sort()
                .equals(shortest.contradiction().orElseThrow().sort());
    if (same) {
      shortest = heard;
    }
    return same;
  }
}
