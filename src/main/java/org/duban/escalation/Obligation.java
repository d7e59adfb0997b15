package org.duban.escalation;

import java.time.LocalDate;
import java.util.Set;
import org.duban.directory.DepartmentClass;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;

/**
 * What is owed, and by whom: where it stands on the ladder follows from the day.
 *
 * @param countedFrom the day from whose end it counts as overdue
 * @param classes of all units that have it in hand in that role, at least one
 */
record Obligation(
    Term term,
    MilestoneKind kind,
    LocalDate countedFrom,
    Role waitingFor,
    Set<DepartmentClass> classes) {

  Obligation {
    classes = Set.copyOf(classes);
  }
}
