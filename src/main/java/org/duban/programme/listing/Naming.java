package org.duban.programme.listing;

import java.time.LocalDate;
import java.util.List;

/**
 * What a list says of a project that nothing follows from, since it's over: kept, so that the next
 * list is compared with it and not with the one before, should any of it be opened again.
 *
 * @param named whether the list names the project at all
 */
public record Naming(boolean named, List<OfMilestone> milestones) {

  /** A list that names the project, and its milestones as they are on record. */
  public static final Naming AS_IT_IS = new Naming(true, List.of());

  /** A list that doesn't name the project. */
  public static final Naming LEFT_OUT = new Naming(false, List.of());

  public Naming {
    milestones = List.copyOf(milestones);
  }

  /**
   * What it says of one milestone.
   *
   * @param due null for the rhythm of a long-term project
   */
  public record OfMilestone(String id, LocalDate due, String phrase, boolean named) {}
}
