package org.duban.programme.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneOpened;
import org.duban.programme.MilestoneState;
import org.duban.programme.Project;
import org.duban.programme.ProjectDispatched;
import org.duban.programme.Rhythms;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends one project out: from now on its deadlines run, acknowledged or not. */
@Component
public class ProjectDispatch {

  private final JdbcClient jdbc;
  private final ProjectRows projects;
  private final MilestoneRows milestones;
  private final Rhythms rhythms;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ProjectDispatch(
      JdbcClient jdbc,
      ProjectRows projects,
      MilestoneRows milestones,
      Rhythms rhythms,
      Trail trail,
      Clock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.projects = projects;
    this.milestones = milestones;
    this.rhythms = rhythms;
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  /** Sends it once; a project that is out already stays as it is. */
  public void send(String projectId, String userId) {
    Instant now = clock.instant();
    if (!markDispatched(projectId, now)) {
      return;
    }
    Project project = projects.find(projectId).orElseThrow();
    trail.record(
        new Entry(
            project.tenantId(),
            project.programmeId(),
            projectId,
            null,
            Happening.DISPATCHED,
            userId,
            null,
            now,
            project.title()));
    LocalDate today = LocalDate.now(clock);
    for (Milestone milestone : milestones.owed(projectId)) {
      milestones.enter(milestone.id(), MilestoneState.REPORTING);
      if (!milestone.isRhythm()) {
        events.publishEvent(MilestoneOpened.of(milestone, today));
      }
    }
    planRhythm(projectId);
    events.publishEvent(
        new ProjectDispatched(
            projectId, project.tenantId(), project.programmeId(), project.registeredAs()));
  }

  /**
   * Plans the first period of a long-term project; once one has opened, the rhythm goes its way,
   * and while it is suspended none is planned.
   */
  public void planRhythm(String projectId) {
    milestones.owed(projectId).stream()
        .filter(one -> one.isRhythm() && one.state().open())
        .filter(one -> !milestones.hasPeriods(one.id()))
        .forEach(one -> rhythms.goOn(one, LocalDate.now(clock)));
  }

  private boolean markDispatched(String projectId, Instant at) {
    return jdbc.sql(
                "update project set state = 'DISPATCHED', dispatched_at = :at"
                    + " where id = :id and state = 'REGISTERED'")
            .param("at", Timestamp.from(at))
            .param("id", projectId)
            .update()
        == 1;
  }
}
