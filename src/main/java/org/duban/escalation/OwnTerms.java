package org.duban.escalation;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.duban.programme.Milestone;
import org.duban.programme.Milestones;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.duban.programme.Suspension;
import org.duban.programme.Suspensions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The days that tasks have of their own, decided when somebody is asked. Only a suspension moves
 * them: another date of the milestone doesn't, and whoever is asked anew, after an objection, a
 * return or a reassignment, has a full term again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OwnTerms {

  private final JdbcClient jdbc;
  private final TermPolicy policy;
  private final Milestones milestones;
  private final Projects projects;
  private final Suspensions suspensions;
  private final Clock clock;

  OwnTerms(
      JdbcClient jdbc,
      TermPolicy policy,
      Milestones milestones,
      Projects projects,
      Suspensions suspensions,
      Clock clock) {
    this.jdbc = jdbc;
    this.policy = policy;
    this.milestones = milestones;
    this.projects = projects;
    this.suspensions = suspensions;
    this.clock = clock;
  }

  /**
   * By when it would be due for whoever is asked today.
   *
   * @param milestoneId null for what concerns the project as a whole
   */
  public LocalDate due(OwnTerm term, String holder, String milestoneId) {
    LocalDate milestoneDue =
        milestoneId == null ? null : milestones.find(milestoneId).orElseThrow().due();
    return policy.due(term, holder, LocalDate.now(clock), milestoneDue);
  }

  /**
   * Somebody is asked now.
   *
   * @param milestoneId null for what concerns the project as a whole
   * @return by when it is due
   */
  public LocalDate begin(
      String taskId, OwnTerm term, String holder, String milestoneId, String projectId) {
    LocalDate due = due(term, holder, milestoneId);
    Project project =
        projects
            .find(
                milestoneId == null
                    ? projectId
                    : milestones.find(milestoneId).map(Milestone::projectId).orElseThrow())
            .orElseThrow();
    jdbc.sql(
            """
            insert into own_term (task_id, tenant_id, programme_id, project_id, milestone_id, term, holder, since, due)
            values (:task, :tenant, :programme, :project, :milestone, :term, :holder, :since, :due)
            """)
        .param("task", taskId)
        .param("tenant", project.tenantId())
        .param("programme", project.programmeId())
        .param("project", project.id())
        .param("milestone", milestoneId, Types.VARCHAR)
        .param("term", term.name())
        .param("holder", holder)
        .param("since", Timestamp.from(clock.instant()))
        .param("due", due)
        .update();
    return due;
  }

  /** It was done or taken away. Tasks without a day of their own are none of its business. */
  public void end(String taskId) {
    jdbc.sql("update own_term set until = :now where task_id = :task and until is null")
        .param("now", Timestamp.from(clock.instant()))
        .param("task", taskId)
        .update();
  }

  /** Empty for a task that has none, whose day is the milestone's if any. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> dueOf(String taskId) {
    return jdbc.sql("select due from own_term where task_id = :task")
        .param("task", taskId)
        .query(LocalDate.class)
        .optional();
  }

  /** Whether its task had one that ended: that task is done or gone. */
  @Transactional(readOnly = true)
  public boolean ended(String taskId) {
    return jdbc.sql(
            "select exists (select 1 from own_term where task_id = :task and until is not null)")
        .param("task", taskId)
        .query(Boolean.class)
        .single();
  }

  /**
   * A milestone that was suspended runs again: each keeps the working days that it had left, and
   * the days by which it was late. Who was asked in the meantime has a full term from now.
   */
  void goOn(String milestoneId) {
    record Open(String taskId, LocalDate since, LocalDate due) {}
    LocalDate today = LocalDate.now(clock);
    LocalDate suspended =
        suspensions.of(milestoneId).stream()
            .reduce((earlier, later) -> later)
            .map(Suspension::since)
            .map(since -> LocalDate.ofInstant(since, clock.getZone()))
            .orElse(today);
    for (Open open :
        jdbc.sql(
                """
                select task_id, since::date as since, due from own_term
                where milestone_id = :milestone and until is null order by task_id for update
                """)
            .param("milestone", milestoneId)
            .query(Open.class)
            .list()) {
      LocalDate from = open.since().isAfter(suspended) ? open.since() : suspended;
      jdbc.sql(
              """
              update own_term set due = :due,
                  past = past + case when due < :from then datemultirange(daterange(due, :from, '(]')) else '{}' end
              where task_id = :task
              """)
          .param("from", from)
          .param("due", policy.resumed(open.due(), from, today))
          .param("task", open.taskId())
          .update();
    }
  }
}
