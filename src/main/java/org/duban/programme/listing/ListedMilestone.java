package org.duban.programme.listing;

import java.time.LocalDate;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneState;

/**
 * A milestone as a list has it.
 *
 * @param id null while it's in a list only
 * @param due the day that counts, which a due day printed on a day off may not be; null for the
 *     rhythm of a long-term project
 * @param originalDue the day that was printed when it was registered, or that the list prints; null
 *     for the rhythm
 * @param state null while it's in a list only
 * @param named whether the list names it; false for what goes on, or is over, without being in it
 */
public record ListedMilestone(
    String id,
    MilestoneKind kind,
    LocalDate due,
    String phrase,
    LocalDate originalDue,
    MilestoneState state,
    boolean named) {

  public static ListedMilestone of(Milestone milestone) {
    return new ListedMilestone(
        milestone.id(),
        milestone.kind(),
        milestone.listedDue(),
        milestone.phrase(),
        milestone.originalDue(),
        milestone.state(),
        milestone.named());
  }

  public boolean rhythm() {
    return due == null;
  }

  /** Nothing is owed for it any more. */
  public boolean over() {
    return state == MilestoneState.CLOSED || state == MilestoneState.WITHDRAWN;
  }
}
