package org.duban.programme.revision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duban.calendar.DueDayPolicy;
import org.duban.directory.Department;
import org.duban.directory.Directory;
import org.duban.directory.Signatory;
import org.duban.directory.SignatoryPolicy;
import org.duban.notice.Draft;
import org.duban.notice.DraftCommitment;
import org.duban.notice.DraftMilestone;
import org.duban.notice.DraftProject;
import org.duban.programme.Commitment;
import org.duban.programme.Project;
import org.duban.programme.RevisionRefused;
import org.duban.programme.Role;
import org.duban.programme.handover.Handover;
import org.duban.programme.handover.HandoverPolicy;
import org.duban.programme.listing.ListedMilestone;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.listing.ListedSeat;
import org.duban.programme.listing.Seat;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.register.ProjectRows;
import org.springframework.stereotype.Component;

/** Puts a draft's printed names into departments, and what is registered into the same form. */
@Component
public class Listing {

  private final Directory directory;
  private final SignatoryPolicy signatories;
  private final ProjectRows projects;
  private final MilestoneRows milestones;
  private final DueDayPolicy dueDays;
  private final Clock clock;

  Listing(
      Directory directory,
      ProjectRows projects,
      MilestoneRows milestones,
      DueDayPolicy dueDays,
      Clock clock) {
    this.directory = directory;
    this.signatories = new SignatoryPolicy(directory);
    this.projects = projects;
    this.milestones = milestones;
    this.dueDays = dueDays;
    this.clock = clock;
  }

  /** The projects of a draft without blocking flags, in its order. */
  public List<ListedProject> of(Draft draft) {
    LocalDate on = LocalDate.of(draft.year(), 1, 1);
    return draft.projects().stream().map(project -> listed(project, on)).toList();
  }

  /**
   * The projects of a programme in their order, without those that are withdrawn and that the list
   * doesn't name any more.
   */
  public List<ListedProject> of(String programmeId) {
    return projects.ofProgramme(programmeId).stream()
        .filter(project -> project.named() || !project.state().equals("WITHDRAWN"))
        .map(this::of)
        .toList();
  }

  /** A registered project as the list in force and the acts since have it. */
  public ListedProject of(Project project) {
    return new ListedProject(
        project.id(),
        project.ordinal(),
        project.number(),
        project.title(),
        project.body(),
        0,
        project.deadlinePhrase(),
        projects.assignments(project.id()).stream().map(Seat::of).toList(),
        projects.listedSeats(project.id()),
        projects.commitments(project.id()),
        milestones.ofProject(project.id()).stream().map(ListedMilestone::of).toList(),
        project.state(),
        project.named());
  }

  /**
   * What a revised list changes in a programme.
   *
   * @throws RevisionRefused when it's unclear what is meant
   */
  List<ProjectChange> compare(String programmeId, Draft revised) {
    return RevisionPolicy.compare(of(programmeId), of(revised), new HandoverPolicy(directory));
  }

  private ListedProject listed(DraftProject project, LocalDate on) {
    HandoverPolicy policy = new HandoverPolicy(directory);
    List<Seat> printed = seats(project, on);
    // A list may name departments that have left their places to others since.
    List<Handover> since = policy.successions(printed, LocalDate.now(clock));
    return new ListedProject(
        null,
        project.ordinal(),
        project.number(),
        project.title(),
        project.text(),
        project.line(),
        project.deadlinePhrase(),
        policy.after(printed, since),
        policy.handedOver(printed.stream().map(ListedSeat::of).toList(), since),
        commitments(project.commitments()),
        milestones(project),
        null,
        true);
  }

  private List<Seat> seats(DraftProject project, LocalDate on) {
    List<Seat> seats = new ArrayList<>();
    List<Department> leads = named(project.leads(), on);
    Set<String> placed = new HashSet<>();
    for (int i = 0; i < leads.size(); i++) {
      for (Department lead : directory.members(leads.get(i))) {
        if (placed.add(lead.code())) {
          seats.add(
              new Seat(lead.code(), Role.LEAD, placed.size(), project.leads().get(i), false, ""));
        }
      }
    }
    int position = 0;
    for (Signatory signatory : signatories.decide(leads, named(project.supports(), on))) {
      seats.add(
          new Seat(
              signatory.department().code(),
              Role.SUPPORT,
              ++position,
              signatory.printedAs(),
              signatory.signs(),
              signatory.reason()));
    }
    return seats;
  }

  private List<Department> named(List<String> printed, LocalDate on) {
    List<Department> found = new ArrayList<>();
    for (String name : printed) {
      found.add(
          directory
              .named(name, on)
              .orElseThrow(
                  () -> new IllegalStateException("a draft without flags names unknown " + name)));
    }
    return found;
  }

  private static List<Commitment> commitments(List<DraftCommitment> printed) {
    List<Commitment> commitments = new ArrayList<>();
    for (DraftCommitment one : printed) {
      commitments.add(
          new Commitment(
              commitments.size() + 1,
              one.metric(),
              one.operator(),
              one.target(),
              one.unit() == null ? "" : one.unit(),
              one.text()));
    }
    return commitments;
  }

  /** A list that says the same obligation twice means it once. */
  private List<ListedMilestone> milestones(DraftProject project) {
    Set<String> said = new HashSet<>();
    return project.milestones().stream()
        .filter(one -> said.add(one.kind() + "." + one.due()))
        .map(this::listed)
        .toList();
  }

  private ListedMilestone listed(DraftMilestone printed) {
    return new ListedMilestone(
        null,
        printed.kind(),
        dueDays.dueOn(printed.due()),
        printed.phrase(),
        printed.due(),
        null,
        true);
  }
}
