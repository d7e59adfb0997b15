package org.duban.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.duban.calendar.WorkingCalendar;
import org.duban.programme.HolderChanged;
import org.duban.programme.MilestoneClosed;
import org.duban.programme.MilestoneOpened;
import org.duban.programme.MilestoneRedated;
import org.duban.programme.MilestoneResumed;
import org.duban.programme.MilestoneSuspended;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps under watch what is owed, from the moment it runs until it is met. The light changes at
 * once; the next tick of the sheet looks at everything that changed.
 */
@Component
class DeadlineWatch {

  /**
   * @param ownDue by when the holder's task for it is due, null where no task says
   */
  private record Kept(Term term, String holder, Course course, LocalDate ownDue) {

    /** By how much the task's own day has moved away; a department may have been asked late. */
    Optional<Integer> gained(WorkingCalendar calendar) {
      return Optional.ofNullable(ownDue).map(due -> calendar.workingDaysBetween(course.due(), due));
    }

    static Kept read(ResultSet row, int n) throws SQLException {
      return new Kept(
          Term.valueOf(row.getString("term")),
          row.getString("holder"),
          new Course(
              row.getObject("due", LocalDate.class),
              row.getObject("runs_from", LocalDate.class),
              Rung.valueOf(row.getString("rung")),
              Light.valueOf(row.getString("light")),
              row.getInt("level")),
          row.getObject("own_due", LocalDate.class));
    }
  }

  private final JdbcClient jdbc;
  private final OwnTerms ownTerms;
  private final WorkingCalendar calendar;
  private final Lights lights;
  private final NextLook nextLook;
  private final Clock clock;

  DeadlineWatch(
      JdbcClient jdbc,
      OwnTerms ownTerms,
      WorkingCalendar calendar,
      Lights lights,
      NextLook nextLook,
      Clock clock) {
    this.jdbc = jdbc;
    this.ownTerms = ownTerms;
    this.calendar = calendar;
    this.lights = lights;
    this.nextLook = nextLook;
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
        .param("now", nextLook.at())
        .update();
    lights.set(opened.milestoneId());
  }

  /** With more time ahead nobody is held to what was promised for the old day. */
  @EventListener
  void restart(MilestoneRedated redated) {
    LocalDate today = LocalDate.now(clock);
    change(
        redated.milestoneId(),
        kept ->
            kept.term() == Term.MILESTONE
                ? kept.course().redated(redated.to(), today)
                : kept.course());
    if (!redated.to().isBefore(today)) {
      jdbc.sql("delete from watch where milestone_id = :milestone and term = 'RECOVERY'")
          .param("milestone", redated.milestoneId())
          .update();
    }
    lookAgain(redated.milestoneId());
  }

  @EventListener
  void pause(MilestoneSuspended suspended) {
    jdbc.sql(
            """
            update watch set suspended = true, next_rung_at = null, light = 'GREEN' where milestone_id = :milestone
            """)
        .param("milestone", suspended.milestoneId())
        .update();
  }

  /** Before anybody who shows the days. */
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @EventListener
  void goOn(MilestoneResumed resumed) {
    ownTerms.goOn(resumed.milestoneId());
    int days = calendar.workingDaysBetween(resumed.from(), resumed.to());
    change(
        resumed.milestoneId(),
        kept -> kept.course().resumedAfter(kept.gained(calendar).orElse(days), calendar));
    jdbc.sql("update watch set suspended = false where milestone_id = :milestone")
        .param("milestone", resumed.milestoneId())
        .update();
    lookAgain(resumed.milestoneId());
  }

  private void change(String milestoneId, ChangeOfCourse change) {
    var kept =
        jdbc.sql(
                """
                select w.term, w.holder, w.due, w.runs_from, w.rung, w.light, w.level, o.due as own_due
                from watch w
                     left join own_term o on o.milestone_id = w.milestone_id and o.term = w.term
                         and o.holder = w.holder and o.until is null
                where w.milestone_id = :milestone order by w.term, w.holder for update of w
                """)
            .param("milestone", milestoneId)
            .query(Kept::read)
            .list();
    for (Kept one : kept) {
      Course course = change.of(one);
      jdbc.sql(
              """
              update watch set due = :due, runs_from = :from, rung = :rung, light = :light, level = :level
              where milestone_id = :milestone and term = :term and holder = :holder
              """)
          .param("due", course.due())
          .param("from", course.runsFrom())
          .param("rung", course.rung().name())
          .param("light", course.light().name())
          .param("level", course.level())
          .param("milestone", milestoneId)
          .param("term", one.term().name())
          .param("holder", one.holder())
          .update();
    }
  }

  private interface ChangeOfCourse {
    Course of(Kept kept);
  }

  @EventListener
  void lookAgain(HolderChanged changed) {
    lookAgain(changed.milestoneId());
  }

  private void lookAgain(String milestoneId) {
    jdbc.sql(
            "update watch set next_rung_at = :now where milestone_id = :milestone and not suspended")
        .param("now", nextLook.at())
        .param("milestone", milestoneId)
        .update();
    lights.set(milestoneId);
  }

  @EventListener
  void end(MilestoneClosed closed) {
    jdbc.sql("delete from watch where milestone_id = :milestone")
        .param("milestone", closed.milestoneId())
        .update();
  }
}
