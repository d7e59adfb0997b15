package org.duban.notice;

import java.util.List;

/**
 * A flag that stands, and the field it is about.
 *
 * @param project index of the item in the sheet, null when the list as a whole is meant
 * @param field such as "title", "leads[0]" or "milestones[1]"; empty when no single field is meant
 * @param nearest names that might have been meant, the likeliest first; they decide nothing
 */
public record Finding(Flag flag, Integer project, String field, List<String> nearest) {
  public Finding {
    nearest = List.copyOf(nearest);
  }
}
