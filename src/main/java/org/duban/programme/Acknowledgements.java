package org.duban.programme;

import java.sql.Timestamp;
import java.time.Clock;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which lead departments have taken their assignment. */
@Component
public class Acknowledgements {

  /** A lead that handed in a report before it acknowledged. */
  private record Reported(
      String tenantId, String programmeId, String projectId, String department, String filedBy) {}

  private final JdbcClient jdbc;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Acknowledgements(JdbcClient jdbc, Trail trail, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Whoever hands something in as a lead has taken the assignment: nobody asks them to acknowledge
   * it any more. Where they had acknowledged it, nothing happens.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void byReporting(Milestone milestone, String department, String userId) {
    byReporting(
        new Reported(
            milestone.tenantId(),
            milestone.programmeId(),
            milestone.projectId(),
            department,
            userId));
  }

  private void byReporting(Reported reported) {
    if (take(reported.projectId(), reported.department(), reported.filedBy())) {
      trail.record(
          new Entry(
              reported.tenantId(),
              reported.programmeId(),
              reported.projectId(),
              null,
              Happening.ACKNOWLEDGED,
              reported.filedBy(),
              reported.department(),
              clock.instant(),
              "以反馈签收"));
      events.publishEvent(new AcknowledgedByReport(reported.projectId(), reported.department()));
    }
  }

  /** Leads that reported, before reports counted as acknowledgements, are still asked for one. */
  @Transactional
  public void catchUp() {
    jdbc.sql(
            """
            select distinct on (a.project_id, a.department_code)
                   a.tenant_id, p.programme_id, a.project_id, a.department_code as department, r.filed_by
            from assignment a join project p on p.id = a.project_id
                              join milestone m on m.project_id = a.project_id
                              join report r on r.milestone_id = m.id and r.department_code = a.department_code
            where a.role = 'LEAD' and a.acknowledged_at is null
              and r.filed_at >= coalesce(a.assigned_at, p.dispatched_at)
            order by a.project_id, a.department_code, r.id
            """)
        .query(Reported.class)
        .list()
        .forEach(this::byReporting);
  }

  boolean taken(String projectId, String department) {
    return jdbc.sql(
            """
            select exists (select 1 from assignment
                           where project_id = :project and department_code = :department and role = 'LEAD'
                             and acknowledged_at is not null)
            """)
        .param("project", projectId)
        .param("department", department)
        .query(Boolean.class)
        .single();
  }

  /** Whether the lead hadn't taken it before. */
  boolean take(String projectId, String department, String userId) {
    return jdbc.sql(
                """
                update assignment set acknowledged_at = :at, acknowledged_by = :by
                where project_id = :project and department_code = :department and role = 'LEAD'
                  and acknowledged_at is null
                """)
            .param("at", Timestamp.from(clock.instant()))
            .param("by", userId)
            .param("project", projectId)
            .param("department", department)
            .update()
        == 1;
  }
}
