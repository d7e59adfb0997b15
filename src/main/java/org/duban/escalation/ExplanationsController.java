package org.duban.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.directory.Directory;
import org.duban.programme.MilestoneReach;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How the heads answered for a missed deadline, and who still has to, for whoever decides on it.
 */
@RestController
@RequestMapping("/api/v1/milestones/{id}/explanations")
class ExplanationsController {

  /**
   * @param given the latest first
   * @param asked those who haven't answered yet
   */
  record Answers(List<Given> given, List<Asked> asked) {}

  /**
   * @param recoveryDate the day that was promised
   * @param passed whether that day is over
   */
  record Given(
      int level,
      String department,
      String departmentName,
      String explanation,
      LocalDate recoveryDate,
      boolean passed,
      String by,
      String byName,
      Instant at) {}

  /**
   * @param due by when the head has to
   */
  record Asked(String department, String departmentName, LocalDate due, boolean passed) {}

  private static final String GIVEN =
      """
      select e.level, x.department_code, x.explanation, x.recovery_date, x.explained_by, x.explained_at
      from explanation x join escalation e on e.id = x.escalation_id
      where e.milestone_id = :id order by x.id desc
      """;

  private static final String ASKED =
      """
      select holder, due from own_term
      where milestone_id = :id and term = 'EXPLANATION' and until is null order by due, holder
      """;

  private final JdbcClient jdbc;
  private final MilestoneReach reach;
  private final Directory directory;
  private final Clock clock;

  ExplanationsController(JdbcClient jdbc, MilestoneReach reach, Directory directory, Clock clock) {
    this.jdbc = jdbc;
    this.reach = reach;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping
  Answers of(@PathVariable String id) {
    String milestone = reach.within(id, Caller.current()).id();
    LocalDate today = LocalDate.now(clock);
    return new Answers(given(milestone, today), asked(milestone, today));
  }

  private List<Given> given(String milestone, LocalDate today) {
    return jdbc.sql(GIVEN)
        .param("id", milestone)
        .query(
            (row, n) -> {
              LocalDate promised = row.getObject("recovery_date", LocalDate.class);
              return new Given(
                  row.getInt("level"),
                  row.getString("department_code"),
                  directory.nameOf(row.getString("department_code")),
                  row.getString("explanation"),
                  promised,
                  promised.isBefore(today),
                  row.getString("explained_by"),
                  directory.personName(row.getString("explained_by")),
                  row.getTimestamp("explained_at").toInstant());
            })
        .list();
  }

  private List<Asked> asked(String milestone, LocalDate today) {
    return jdbc.sql(ASKED)
        .param("id", milestone)
        .query(
            (row, n) -> {
              LocalDate due = row.getObject("due", LocalDate.class);
              return new Asked(
                  row.getString("holder"),
                  directory.nameOf(row.getString("holder")),
                  due,
                  due.isBefore(today));
            })
        .list();
  }
}
