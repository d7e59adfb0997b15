package org.duban.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Who owes what by which day of its own, as it stands now. */
@Component
public class OpenTerms {

  /**
   * The light of a row {@code t} of term_now, in SQL: that of the ladder, where the term climbs it;
   * else red past its day, and yellow from its last working day on. Needs {@code :today} and {@code
   * :nearDue}.
   */
  public static final String LIGHT =
      """
      (case when t.light is not null then t.light
            when t.suspended then 'GREEN'
            when t.due < :today then 'RED'
            when t.due <= :nearDue then 'YELLOW'
            else 'GREEN' end)
      """;

  private static final String SELECT =
      "select t.task_id, t.term, t.holder, t.since, t.due, t.suspended, "
          + LIGHT
          + " as light from term_now t where ";
  private static final String ORDER = " order by t.due, t.term, t.holder, t.task_id";

  private final JdbcClient jdbc;
  private final TermPolicy policy;
  private final Clock clock;

  OpenTerms(JdbcClient jdbc, TermPolicy policy, Clock clock) {
    this.jdbc = jdbc;
    this.policy = policy;
    this.clock = clock;
  }

  /** The earliest due first. */
  public List<OpenTerm> ofMilestone(String milestoneId) {
    return asked("t.milestone_id = :milestone" + ORDER)
        .param("milestone", milestoneId)
        .query(this::read)
        .list();
  }

  /** Those of the project as a whole, the earliest due first. */
  public List<OpenTerm> ofProject(String projectId) {
    return asked("t.project_id = :project and t.milestone_id is null" + ORDER)
        .param("project", projectId)
        .query(this::read)
        .list();
  }

  /** Empty for a task whose day is the milestone's, and for one that is over. */
  public Optional<OpenTerm> ofTask(String taskId) {
    return asked("t.task_id = :task").param("task", taskId).query(this::read).optional();
  }

  /** Up to which day whatever is due has come to its last working day. */
  public LocalDate nearDue() {
    return policy.lastDueToRemindOf(LocalDate.now(clock));
  }

  private StatementSpec asked(String condition) {
    return jdbc.sql(SELECT + condition)
        .param("today", LocalDate.now(clock))
        .param("nearDue", nearDue());
  }

  private OpenTerm read(ResultSet row, int n) throws SQLException {
    LocalDate due = row.getObject("due", LocalDate.class);
    return new OpenTerm(
        row.getString("task_id"),
        OwnTerm.valueOf(row.getString("term")),
        row.getString("holder"),
        row.getObject("since", LocalDate.class),
        due,
        row.getBoolean("suspended"),
        policy.workingDays(due, LocalDate.now(clock)),
        Light.valueOf(row.getString("light")));
  }
}
