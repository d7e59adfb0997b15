package org.duban.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.programme.handover.Handover;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.revision.ProjectChange;

/**
 * Other departments answer for a project that runs.
 *
 * @param act another for each act, whatever it does
 * @param why how the trail tells the reason
 * @param firstLeadChanged whether another department speaks for all leads
 * @param taking every department that has more to do than before, once
 * @param left what departments don't do any more
 */
public record AssignmentsChanged(
    String projectId,
    long act,
    String why,
    List<String> leadsRemoved,
    List<String> leadsAdded,
    List<String> signatoriesRemoved,
    List<String> signatoriesAdded,
    boolean firstLeadChanged,
    List<Taking> taking,
    List<Left> left) {

  /**
   * A department that has more to do than before.
   *
   * @param from whose it was; nobody's where the list added it
   */
  public record Taking(String department, List<String> from) {}

  /**
   * A department that lost a place.
   *
   * @param to who has it now; nobody where the list dropped it
   * @param altogether whether it has no other part in the project
   */
  public record Left(String department, Role role, List<String> to, boolean altogether) {

    /** Whether what it was asked for and promised is no more its own. */
    public boolean released() {
      return altogether || role == Role.LEAD;
    }
  }

  /**
   * @param handovers who took whose place, where it isn't the list that says so
   */
  public static AssignmentsChanged of(
      ProjectChange change, List<Handover> handovers, long act, String why) {
    ListedProject was = change.before();
    ListedProject now = change.after();
    List<Left> left = new ArrayList<>();
    for (Role role : Role.values()) {
      for (String department : change.leaving(role)) {
        boolean altogether =
            now.seats().stream().noneMatch(seat -> seat.department().equals(department));
        left.add(
            new Left(
                department, role, successors(change, handovers, role, department), altogether));
      }
    }
    List<String> signing = ProjectChange.without(now.signatories(), was.signatories());
    return new AssignmentsChanged(
        was.id(),
        act,
        why,
        change.leaving(Role.LEAD),
        change.joining(Role.LEAD),
        ProjectChange.without(was.signatories(), now.signatories()),
        signing,
        !firstLead(was).equals(firstLead(now)),
        taking(change, left, signing),
        left);
  }

  private static List<String> successors(
      ProjectChange change, List<Handover> handovers, Role role, String department) {
    if (!handovers.isEmpty()) {
      return handovers.stream()
          .filter(one -> one.role() == role && one.from().equals(department))
          .map(Handover::to)
          .distinct()
          .toList();
    }
    List<String> leaving = change.leaving(role);
    List<String> joining = change.joining(role);
    return leaving.size() == joining.size()
        ? List.of(joining.get(leaving.indexOf(department)))
        : joining;
  }

  private static List<Taking> taking(ProjectChange change, List<Left> left, List<String> signing) {
    Map<String, Set<String>> from = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      change.joining(role).forEach(one -> from.put(one, new LinkedHashSet<>()));
    }
    left.forEach(
        one ->
            one.to()
                .forEach(
                    next ->
                        from.computeIfAbsent(next, any -> new LinkedHashSet<>())
                            .add(one.department())));
    signing.forEach(one -> from.computeIfAbsent(one, any -> new LinkedHashSet<>()));
    String first = firstLead(change.after());
    if (!first.equals(firstLead(change.before()))) {
      from.computeIfAbsent(first, any -> new LinkedHashSet<>());
    }
    return from.entrySet().stream()
        .map(entry -> new Taking(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private static String firstLead(ListedProject project) {
    return project.departments(Role.LEAD).get(0);
  }
}
