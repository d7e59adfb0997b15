package org.duban.programme.revision;

import java.time.Clock;
import java.util.List;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.directory.Directory;
import org.duban.programme.AssignmentsChanged;
import org.duban.programme.Role;
import org.duban.programme.handover.Handover;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.listing.Seat;
import org.duban.programme.register.ProjectRows;
import org.duban.programme.register.RegistrationOrder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives a project other departments, and tells it on the trail. */
@Component
public class SeatMoves {

  private final ProjectRows projects;
  private final RegistrationOrder registration;
  private final Directory directory;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  SeatMoves(
      ProjectRows projects,
      RegistrationOrder registration,
      Directory directory,
      Trail trail,
      Clock clock,
      ApplicationEventPublisher events) {
    this.projects = projects;
    this.registration = registration;
    this.directory = directory;
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  /**
   * @param handovers how places came into other hands, where the list isn't what moved them
   */
  public void carryOut(Revision revision, ProjectChange change, List<Handover> handovers) {
    ListedProject before = change.before();
    ListedProject after = change.after();
    if (!before.listedSeats().equals(after.listedSeats())) {
      projects.relist(before.id(), revision.tenant(), after.listedSeats());
    }
    if (change.reassigned()) {
      move(revision, change);
      trail.record(
          revision.entry(
              null, Happening.REASSIGNED, who(before) + "改为" + who(after), clock.instant()));
      if (before.dispatched()) {
        events.publishEvent(
            AssignmentsChanged.of(change, handovers, projects.nextAct(), revision.why()));
      }
    }
  }

  private void move(Revision revision, ProjectChange change) {
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
}
