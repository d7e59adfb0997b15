package org.duban.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owes what by which day of its own, as it stands now. */
@Component
public class OpenTerms {

  private static final String SELECT =
      "select task_id, term, holder, since, due, suspended, light from term_now where ";
  private static final String ORDER = " order by due, term, holder, task_id";

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
    return jdbc.sql(SELECT + "milestone_id = :milestone" + ORDER)
        .param("milestone", milestoneId)
        .query(this::read)
        .list();
  }

  /** Those of the project as a whole, the earliest due first. */
  public List<OpenTerm> ofProject(String projectId) {
    return jdbc.sql(SELECT + "project_id = :project and milestone_id is null" + ORDER)
        .param("project", projectId)
        .query(this::read)
        .list();
  }

  /** Empty for a task whose day is the milestone's, and for one that is over. */
  public Optional<OpenTerm> ofTask(String taskId) {
    return jdbc.sql(SELECT + "task_id = :task").param("task", taskId).query(this::read).optional();
  }

  private OpenTerm read(ResultSet row, int n) throws SQLException {
    LocalDate due = row.getObject("due", LocalDate.class);
    LocalDate today = LocalDate.now(clock);
    boolean suspended = row.getBoolean("suspended");
    return new OpenTerm(
        row.getString("task_id"),
        OwnTerm.valueOf(row.getString("term")),
        row.getString("holder"),
        row.getObject("since", LocalDate.class),
        due,
        suspended,
        policy.workingDays(due, today),
        light(row.getString("light"), suspended, due, today));
  }

  /** That of the ladder, where the term climbs it. */
  private Light light(String onLadder, boolean suspended, LocalDate due, LocalDate today) {
    if (onLadder != null) {
      return Light.valueOf(onLadder);
    }
    return suspended ? Light.GREEN : policy.light(due, today);
  }
}
