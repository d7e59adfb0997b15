package org.duban.programme;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lead departments that haven't taken their assignment yet. */
@Component
public class Acknowledgements {

  /** A lead that was not heard of. */
  public record Missing(
      String tenantId,
      String programmeId,
      String projectId,
      String number,
      String title,
      String department) {}

  private final JdbcClient jdbc;

  Acknowledgements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The leads that were sent their project, or put in charge of it, before the given time and
   * haven't acknowledged it, each named once: they count as reminded from now on.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Missing> remindOnce(Instant sentBefore, Instant now) {
    return jdbc.sql(
            """
            update assignment a set reminded_at = :now from project p
            where p.id = a.project_id and p.state = 'DISPATCHED' and coalesce(a.assigned_at, p.dispatched_at) < :before
              and a.role = 'LEAD' and a.acknowledged_at is null and a.reminded_at is null
            returning a.tenant_id, p.programme_id, a.project_id, p.number, p.title, a.department_code as department
            """)
        .param("now", Timestamp.from(now))
        .param("before", Timestamp.from(sentBefore))
        .query(Missing.class)
        .list();
  }
}
