package org.duban.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.programme.duty.OnePerson;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.register.ProjectRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What departments and the supervising office hand in for a milestone. Everything is checked here,
 * whatever page or client sent it, and stored with its entry on the trail in the caller's
 * transaction. A lead that hands something in acknowledges its assignment with it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Milestones {

  private final JdbcClient jdbc;
  private final MilestoneRows rows;
  private final ProjectRows projects;
  private final Actors actors;
  private final OnePerson onePerson;
  private final Acknowledgements acknowledgements;
  private final Trail trail;
  private final Clock clock;
  private final ObjectMapper json;
  private final ApplicationEventPublisher events;

  Milestones(
      JdbcClient jdbc,
      MilestoneRows rows,
      ProjectRows projects,
      Actors actors,
      OnePerson onePerson,
      Acknowledgements acknowledgements,
      Trail trail,
      Clock clock,
      ObjectMapper json,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.projects = projects;
    this.actors = actors;
    this.onePerson = onePerson;
    this.acknowledgements = acknowledgements;
    this.trail = trail;
    this.clock = clock;
    this.json = json;
    this.events = events;
  }

  @Transactional(readOnly = true)
  public Optional<Milestone> find(String id) {
    return rows.find(id);
  }

  /**
   * Whoever holds it decides alone on the milestone until the transaction ends; every act on one
   * begins with this.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(String id) {
    rows.lock(id);
  }

  /**
   * A lead's own report.
   *
   * @throws InvalidSubmission when a figure is given for a commitment that the project doesn't have
   * @throws ActRefused when the person doesn't act for the department, or signed the same round off
   */
  public void file(String id, String department, ProgressReport report, String userId) {
    store(id, "FILED", department, report, userId, Happening.REPORT_FILED);
  }

  /**
   * The joint report of several leads, by the first named.
   *
   * @throws InvalidSubmission as {@link #file}
   * @throws ActRefused as {@link #file}
   */
  public void consolidate(String id, String department, ProgressReport report, String userId) {
    store(id, "CONSOLIDATED", department, report, userId, Happening.REPORT_CONSOLIDATED);
  }

  private void store(
      String id,
      String kind,
      String department,
      ProgressReport report,
      String userId,
      Happening what) {
    Milestone milestone = rows.lock(id);
    mayReport(milestone, department, userId);
    report.checkAgainst(projects.commitments(milestone.projectId()));
    insertReport(
        milestone, kind, department, report.narrative(), report.percent(), text(report), userId);
    tell(milestone, what, userId, department, report.narrative());
  }

  private void mayReport(Milestone milestone, String department, String userId) {
    actors.mustActFor(department, userId);
    onePerson.mayReport(milestone, userId);
  }

  /**
   * How an objection was settled; the department that objected is asked once more.
   *
   * @throws ActRefused as {@link #file}
   */
  public void resolveObjection(String id, String department, String narrative, String userId) {
    Milestone milestone = rows.lock(id);
    mayReport(milestone, department, userId);
    String words = Sentence.required("异议处理情况", narrative, Sentence.LONGEST);
    insertReport(milestone, "RESOLUTION", department, words, null, null, userId);
    tell(milestone, Happening.OBJECTION_RESOLVED, userId, department, words);
  }

  private void insertReport(
      Milestone milestone,
      String kind,
      String department,
      String narrative,
      Integer percent,
      String actuals,
      String userId) {
    jdbc.sql(
            """
            insert into report (tenant_id, milestone_id, round, kind, department_code, narrative, percent, actuals,
                                targets, filed_by, filed_at)
            values (:tenant, :milestone, :round, :kind, :department, :narrative, :percent, :actuals::jsonb,
                    (select coalesce(jsonb_agg(jsonb_build_array(number, metric, operator, target, unit)
                                               order by number), '[]')
                     from commitment where project_id = :project),
                    :by, :at)
            """)
        .param("project", milestone.projectId())
        .param("tenant", milestone.tenantId())
        .param("milestone", milestone.id())
        .param("round", milestone.round())
        .param("kind", kind)
        .param("department", department)
        .param("narrative", narrative)
        .param("percent", percent)
        .param("actuals", actuals)
        .param("by", userId)
        .param("at", Timestamp.from(clock.instant()))
        .update();
    acknowledgements.byReporting(milestone, department, userId);
  }

  private String text(ProgressReport report) {
    try {
      return json.writeValueAsString(report.actuals());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A supporting department agrees, or objects with its reason; its silence, signed by the system,
   * is recorded as deemed agreement.
   *
   * @throws ActRefused when the person doesn't act for the department, or reported in the same
   *     round
   */
  public void signOff(String id, String department, Opinion opinion, String userId) {
    Milestone milestone = rows.lock(id);
    boolean silence = userId.equals(Entry.SYSTEM) && !opinion.against();
    if (!silence) {
      actors.mustActFor(department, userId);
      onePerson.maySignOff(milestone, userId);
    }
    jdbc.sql(
            """
            insert into sign_off (tenant_id, milestone_id, round, department_code, decision, opinion, signed_by, signed_at)
            values (:tenant, :milestone, :round, :department, :decision, :opinion, :by, :at)
            """)
        .param("tenant", milestone.tenantId())
        .param("milestone", id)
        .param("round", milestone.round())
        .param("department", department)
        .param("decision", opinion.against() ? "OBJECT" : "AGREE")
        .param("opinion", opinion.reason())
        .param("by", userId)
        .param("at", Timestamp.from(clock.instant()))
        .update();
    Happening what = opinion.against() ? Happening.OBJECTED : Happening.SIGNED_OFF;
    if (silence) {
      what = Happening.DEEMED_AGREED;
    }
    tell(milestone, what, userId, department, opinion.reason());
  }

  /**
   * The supervising office accepts the report, or returns it with its reason for another round.
   *
   * @param signaturesStand whether the signatures under a report that is returned stand for the
   *     next one; null for standing when targets and figures don't change
   * @throws ActRefused when the person isn't of the office, or reported or signed off in the same
   *     round
   */
  public void review(String id, Opinion opinion, Boolean signaturesStand, String userId) {
    Milestone milestone = rows.lock(id);
    actors.mustBeOfTheOffice(userId);
    onePerson.mayReview(milestone, userId);
    jdbc.sql(
            """
            insert into review (tenant_id, milestone_id, round, decision, opinion, signatures_stand, reviewed_by,
                                reviewed_at)
            values (:tenant, :milestone, :round, :decision, :opinion, :stand, :by, :at)
            """)
        .param("tenant", milestone.tenantId())
        .param("milestone", id)
        .param("round", milestone.round())
        .param("decision", opinion.against() ? "RETURN" : "ACCEPT")
        .param("opinion", opinion.reason())
        .param("stand", opinion.against() ? signaturesStand : null, Types.BOOLEAN)
        .param("by", userId)
        .param("at", Timestamp.from(clock.instant()))
        .update();
    if (opinion.against()) {
      rows.nextRound(id);
    }
    Happening what = opinion.against() ? Happening.RETURNED : Happening.ACCEPTED;
    tell(milestone, what, userId, null, opinion.reason());
  }

  /**
   * The accepted milestone is met.
   *
   * @throws ActRefused as {@link #review}
   */
  public void close(String id, String userId) {
    Milestone milestone = rows.lock(id);
    actors.mustBeOfTheOffice(userId);
    onePerson.mayReview(milestone, userId);
    rows.end(id, MilestoneState.CLOSED, clock.instant());
    tell(milestone, Happening.CLOSED, userId, null, "");
    events.publishEvent(new MilestoneClosed(id, true));
  }

  private void tell(
      Milestone milestone, Happening what, String userId, String department, String detail) {
    Instant now = clock.instant();
    trail.record(
        new Entry(
            milestone.tenantId(),
            milestone.programmeId(),
            milestone.projectId(),
            milestone.id(),
            what,
            userId,
            department,
            now,
            detail));
  }
}
