package org.duban.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.programme.duty.OnePerson;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.register.ProgrammeRows;
import org.duban.programme.register.ProjectRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The numbered items: who answers for them, and how they end. */
@Component
public class Projects {

  private final JdbcClient jdbc;
  private final ProjectRows rows;
  private final ProgrammeRows programmes;
  private final MilestoneRows milestones;
  private final Actors actors;
  private final OnePerson onePerson;
  private final Acknowledgements acknowledgements;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Projects(
      JdbcClient jdbc,
      ProjectRows rows,
      ProgrammeRows programmes,
      MilestoneRows milestones,
      Actors actors,
      OnePerson onePerson,
      Acknowledgements acknowledgements,
      Trail trail,
      Clock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.programmes = programmes;
    this.milestones = milestones;
    this.actors = actors;
    this.onePerson = onePerson;
    this.acknowledgements = acknowledgements;
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  public Optional<Project> find(String id) {
    return rows.find(id);
  }

  public List<Project> ofProgramme(String programmeId) {
    return rows.ofProgramme(programmeId);
  }

  public List<Commitment> commitments(String projectId) {
    return rows.commitments(projectId);
  }

  /** The leads in the order of the list, then the supports. */
  public List<Assignment> assignments(String projectId) {
    return rows.assignments(projectId);
  }

  /** The departments that report, the first named first. */
  public List<String> leads(String projectId) {
    return rows.assignments(projectId).stream()
        .filter(assignment -> assignment.role() == Role.LEAD)
        .map(Assignment::departmentCode)
        .toList();
  }

  /** The published milestones of the project, the dated ones first. */
  public List<Milestone> milestones(String projectId) {
    return milestones.ofProject(projectId);
  }

  /** What is still owed of the project, the periods of a rhythm among it. */
  public List<Milestone> owed(String projectId) {
    return milestones.owed(projectId);
  }

  /** The milestone that was met last in the order of the dates, a rhythm's periods among them. */
  public Optional<Milestone> lastMilestone(String projectId) {
    return milestones.lastMet(projectId);
  }

  /**
   * A lead department takes its assignment; one that has taken it already does nothing.
   *
   * @throws ActRefused when the person doesn't act for the department
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void acknowledge(String projectId, String department, String userId) {
    // the program itself only takes back what a report has answered
    if (!userId.equals(Entry.SYSTEM) || !acknowledgements.taken(projectId, department)) {
      actors.mustActFor(department, userId);
    }
    if (acknowledgements.take(projectId, department, userId)) {
      tell(projectId, Happening.ACKNOWLEDGED, userId, department, "");
    }
  }

  /**
   * The office ends the long-term reports: periods still open are withdrawn, none follows.
   *
   * @throws ActRefused when the person isn't of the office
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endRhythm(String projectId, Opinion opinion, String userId) {
    actors.mustBeOfTheOffice(userId);
    Instant now = clock.instant();
    for (Milestone rhythm : milestones.ofProject(projectId)) {
      if (rhythm.isRhythm()) {
        milestones.endRhythm(rhythm.id());
        milestones.end(rhythm.id(), MilestoneState.CLOSED, now);
        for (Milestone period : milestones.openPeriods(rhythm.id())) {
          milestones.end(period.id(), MilestoneState.WITHDRAWN, now);
          events.publishEvent(new MilestoneClosed(period.id(), false));
        }
      }
    }
    tell(projectId, Happening.RHYTHM_ENDED, userId, null, opinion.reason());
  }

  /**
   * The office closes the project, or returns it to its last milestone.
   *
   * @throws ActRefused when the person isn't of the office, or reported in the project
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(String projectId, Opinion opinion, String userId) {
    actors.mustBeOfTheOffice(userId);
    onePerson.mayClose(projectId, userId);
    if (opinion.against()) {
      tell(projectId, Happening.PROJECT_RETURNED, userId, null, opinion.reason());
      return;
    }
    String programmeId = rows.find(projectId).orElseThrow().programmeId();
    programmes.lock(programmeId);
    jdbc.sql("update project set state = 'CLOSED', closed_at = :at where id = :id")
        .param("at", Timestamp.from(clock.instant()))
        .param("id", projectId)
        .update();
    tell(projectId, Happening.PROJECT_CLOSED, userId, null, opinion.reason());
    programmes.closeWhenAllIsOver(programmeId);
  }

  private void tell(
      String projectId, Happening what, String userId, String department, String detail) {
    Project project = rows.find(projectId).orElseThrow();
    trail.record(
        new Entry(
            project.tenantId(),
            project.programmeId(),
            projectId,
            null,
            what,
            userId,
            department,
            clock.instant(),
            detail));
  }
}
