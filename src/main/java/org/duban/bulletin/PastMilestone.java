package org.duban.bulletin;

import java.time.LocalDate;
import java.util.List;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.Standing;

/**
 * A milestone as it stood at a moment of the past.
 *
 * @param item number and title of its project
 * @param due the day in force then; null for the rhythm of a long-term project
 * @param leads the names of the departments that answered for it then
 * @param standing null for a rhythm that runs
 */
record PastMilestone(
    String id,
    String programme,
    String project,
    String item,
    MilestoneKind kind,
    LocalDate due,
    LocalDate originalDue,
    List<String> leads,
    Standing standing) {

  boolean rhythm() {
    return due == null;
  }
}
