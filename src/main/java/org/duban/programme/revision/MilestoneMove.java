package org.duban.programme.revision;

import org.duban.programme.listing.ListedMilestone;

/**
 * What a revision does to one milestone.
 *
 * @param before null when it's added
 * @param after null when it's withdrawn
 */
public record MilestoneMove(ListedMilestone before, ListedMilestone after) {

  boolean added() {
    return before == null;
  }

  boolean withdrawn() {
    return after == null;
  }

  boolean redated() {
    return !added() && !withdrawn() && !before.rhythm() && !before.due().equals(after.due());
  }

  boolean rephrased() {
    return !added() && !withdrawn() && !before.phrase().equals(after.phrase());
  }

  public boolean changes() {
    return added() || withdrawn() || redated() || rephrased();
  }
}
