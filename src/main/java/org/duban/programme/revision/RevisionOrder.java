package org.duban.programme.revision;

import java.time.Clock;
import java.util.List;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.programme.Programme;
import org.duban.programme.ProjectReworded;
import org.duban.programme.ProjectWithdrawn;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.register.ProgrammeRows;
import org.duban.programme.register.ProjectDispatch;
import org.duban.programme.register.ProjectRows;
import org.duban.programme.register.RegistrationOrder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries out what a revision does to one project, and tells it on the trail. */
@Component
public class RevisionOrder {

  private final ProgrammeRows programmes;
  private final ProjectRows projects;
  private final MilestoneRows milestones;
  private final RegistrationOrder registration;
  private final ProjectDispatch dispatch;
  private final MilestoneMoves moves;
  private final SeatMoves seats;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  RevisionOrder(
      ProgrammeRows programmes,
      ProjectRows projects,
      MilestoneRows milestones,
      RegistrationOrder registration,
      ProjectDispatch dispatch,
      MilestoneMoves moves,
      SeatMoves seats,
      Trail trail,
      Clock clock,
      ApplicationEventPublisher events) {
    this.programmes = programmes;
    this.projects = projects;
    this.milestones = milestones;
    this.registration = registration;
    this.dispatch = dispatch;
    this.moves = moves;
    this.seats = seats;
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  /** Keeps what the list says of what it doesn't change. */
  void keep(ProjectChange change) {
    if (change.added()) {
      return;
    }
    projects.name(change.before().id(), change.naming().named());
    change.naming().milestones().forEach(milestones::name);
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
    Revision revision = Revision.byList(programme, id, reason, userId);
    if (change.withdrawn()) {
      withdraw(revision, change.before().name());
      return;
    }
    if (!change.reworded().isEmpty()) {
      reword(revision, change);
    }
    seats.carryOut(revision, change, List.of());
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

  /** Nothing is owed for the project any more. */
  public void withdraw(Revision revision, String name) {
    tell(revision, Happening.PROJECT_WITHDRAWN, name);
    moves.withdrawAll(revision);
    projects.withdraw(revision.projectId(), clock.instant());
    events.publishEvent(new ProjectWithdrawn(revision.projectId()));
  }

  private void add(
      Programme programme, ListedProject project, boolean runs, String reason, String userId) {
    int number = programmes.freeNumber(programme.id(), project.ordinal());
    String id = registration.store(programme.id(), programme.tenantId(), project, number);
    tell(Revision.byList(programme, id, reason, userId), Happening.PROJECT_ADDED, project.name());
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

  private void tell(Revision revision, Happening what, String detail) {
    trail.record(revision.entry(null, what, detail, clock.instant()));
  }
}
