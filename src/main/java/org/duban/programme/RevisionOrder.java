package org.duban.programme;

import java.time.Clock;
import java.util.List;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.directory.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries out what a revision does to one project, and tells it on the trail. */
@Component
class RevisionOrder {

  private final ProgrammeRows programmes;
  private final ProjectRows projects;
  private final RegistrationOrder registration;
  private final ProjectDispatch dispatch;
  private final MilestoneMoves moves;
  private final Directory directory;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  RevisionOrder(
      ProgrammeRows programmes,
      ProjectRows projects,
      RegistrationOrder registration,
      ProjectDispatch dispatch,
      MilestoneMoves moves,
      Directory directory,
      Trail trail,
      Clock clock,
      ApplicationEventPublisher events) {
    this.programmes = programmes;
    this.projects = projects;
    this.registration = registration;
    this.dispatch = dispatch;
    this.moves = moves;
    this.directory = directory;
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  /**
   * @param runs whether the programme was sent out, so that added projects go out at once
   */
  void carryOut(
      Programme programme, ProjectChange change, boolean runs, String reason, String userId) {
    if (change.added()) {
      add(programme, change.after(), runs, reason, userId);
      return;
    }
    String id = change.before().id();
    Revision revision = new Revision(programme, id, reason, userId);
    if (change.withdrawn()) {
      tell(revision, Happening.PROJECT_WITHDRAWN, change.before().name());
      moves.withdrawAll(revision);
      projects.withdraw(id, clock.instant());
      events.publishEvent(new ProjectWithdrawn(id));
      return;
    }
    if (!change.reworded().isEmpty()) {
      reword(revision, change);
    }
    if (change.reassigned()) {
      reassign(revision, change);
    }
    change.moves().stream()
        .filter(MilestoneMove::changes)
        .forEach(move -> moves.carryOut(revision, move, change.before().dispatched()));
    if (change.before().dispatched()) {
      if (change.moved()) {
        dispatch.planRhythm(id);
      }
      events.publishEvent(new ProjectReworded(id));
    }
  }

  private void add(
      Programme programme, ListedProject project, boolean runs, String reason, String userId) {
    int number = programmes.freeNumber(programme.id(), project.ordinal());
    String id = registration.store(programme.id(), programme.tenantId(), project, number);
    tell(new Revision(programme, id, reason, userId), Happening.PROJECT_ADDED, project.name());
    if (runs) {
      dispatch.send(id, userId);
    }
  }

  private void reword(Revision revision, ProjectChange change) {
    ListedProject before = change.before();
    ListedProject after = change.after();
    projects.reword(before.id(), after);
    if (!before.commitments().equals(after.commitments())) {
      projects.deleteCommitments(before.id());
      registration.storeCommitments(before.id(), revision.tenant(), after.commitments());
    }
    tell(revision, Happening.REWORDED, before.name() + "改为" + after.name());
  }

  private void reassign(Revision revision, ProjectChange change) {
    String id = change.before().id();
    List<Seat> before = change.before().seats();
    for (Seat seat : before) {
      if (change.after().seats().stream().noneMatch(other -> same(seat, other))) {
        projects.deleteSeat(id, seat);
      }
    }
    for (Seat seat : change.after().seats()) {
      if (before.stream().anyMatch(other -> same(seat, other))) {
        projects.moveSeat(id, seat);
      } else {
        registration.storeSeat(
            id, revision.tenant(), seat, change.before().dispatched() ? clock.instant() : null);
      }
    }
    tell(revision, Happening.REASSIGNED, who(change.before()) + "改为" + who(change.after()));
    if (change.before().dispatched()) {
      events.publishEvent(AssignmentsChanged.of(change));
    }
  }

  private static boolean same(Seat one, Seat other) {
    return one.department().equals(other.department()) && one.role() == other.role();
  }

  private String who(ListedProject project) {
    return "牵头" + names(project, Role.LEAD) + "，配合" + names(project, Role.SUPPORT);
  }

  private String names(ListedProject project, Role role) {
    List<String> departments = project.departments(role);
    return departments.isEmpty()
        ? "无"
        : String.join("、", departments.stream().map(directory::nameOf).toList());
  }

  private void tell(Revision revision, Happening what, String detail) {
    trail.record(revision.entry(null, what, detail, clock.instant()));
  }
}
