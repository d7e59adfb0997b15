package org.duban.notice;

import java.util.List;

/**
 * A published list as it was read. Nothing in it was checked by a person yet.
 *
 * @param title as printed
 * @param year the year the list is for, 0 when the text names none (then flag NO_YEAR stands)
 * @param flags doubts about the list as a whole; those about one item are with the item
 */
public record Draft(String title, int year, List<DraftProject> projects, List<Flag> flags) {
  public Draft {
    projects = List.copyOf(projects);
    flags = List.copyOf(flags);
  }
}
