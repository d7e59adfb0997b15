package org.duban.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.duban.programme.HolderChanged;
import org.duban.programme.MilestoneClosed;
import org.duban.programme.MilestoneOpened;
import org.duban.programme.MilestoneRedated;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps under watch what is owed, from the moment it runs until it is met. The next tick of the
 * sheet looks at everything that changed.
 */
@Component
class DeadlineWatch {

  private final JdbcClient jdbc;
  private final Clock clock;

  DeadlineWatch(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void begin(MilestoneOpened opened) {
    jdbc.sql(
            """
            insert into watch (milestone_id, tenant_id, programme_id, project_id, kind, due, runs_from, next_rung_at)
            values (:milestone, :tenant, :programme, :project, :kind, :due, :from, :now)
            """)
        .param("milestone", opened.milestoneId())
        .param("tenant", opened.tenantId())
        .param("programme", opened.programmeId())
        .param("project", opened.projectId())
        .param("kind", opened.kind().name())
        .param("due", opened.due())
        .param("from", opened.from())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * Another due day begins another ladder, which for a day that is past already counts from today.
   */
  @EventListener
  void restart(MilestoneRedated redated) {
    LocalDate today = LocalDate.now(clock);
    boolean ahead = !redated.to().isBefore(today);
    jdbc.sql(
            """
            update watch set due = :due, next_rung_at = :now, rung = 'NONE',
                runs_from = case when :ahead then runs_from else :today end,
                light = case when :ahead then 'GREEN' else light end,
                level = case when :ahead then 0 else level end
            where milestone_id = :milestone
            """)
        .param("due", redated.to())
        .param("now", Timestamp.from(clock.instant()))
        .param("ahead", ahead)
        .param("today", today)
        .param("milestone", redated.milestoneId())
        .update();
  }

  @EventListener
  void lookAgain(HolderChanged changed) {
    jdbc.sql("update watch set next_rung_at = :now where milestone_id = :milestone")
        .param("now", Timestamp.from(clock.instant()))
        .param("milestone", changed.milestoneId())
        .update();
  }

  @EventListener
  void end(MilestoneClosed closed) {
    jdbc.sql("delete from watch where milestone_id = :milestone")
        .param("milestone", closed.milestoneId())
        .update();
  }
}
