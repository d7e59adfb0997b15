package org.duban.programme;

import java.util.List;

/**
 * Other departments answer for a project that runs.
 *
 * @param firstLeadChanged whether another department speaks for all leads
 */
public record AssignmentsChanged(
    String projectId,
    List<String> leadsRemoved,
    List<String> leadsAdded,
    List<String> signatoriesRemoved,
    List<String> signatoriesAdded,
    boolean firstLeadChanged) {

  static AssignmentsChanged of(ProjectChange change) {
    ListedProject was = change.before();
    ListedProject now = change.after();
    return new AssignmentsChanged(
        was.id(),
        change.leaving(Role.LEAD),
        change.joining(Role.LEAD),
        ProjectChange.without(was.signatories(), now.signatories()),
        ProjectChange.without(now.signatories(), was.signatories()),
        !was.departments(Role.LEAD).get(0).equals(now.departments(Role.LEAD).get(0)));
  }
}
