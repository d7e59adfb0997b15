package org.duban.oversight.milestone;

import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A department sees the milestones of the projects in which it has a part, and no others. What
 * isn't sent out yet, only the supervising office sees.
 */
public final class Reach {

  /** Holds for a row {@code o} of the overview that the caller may see. */
  public static final String CONDITION =
      """
      ((o.sent_out or :office) and (:all or exists (select 1 from assignment a
                       where a.project_id = o.project_id and a.department_code = any(:departments))))
      """;

  private Reach() {}

  /** A statement with {@link #CONDITION} in it, asked by this caller. */
  public static StatementSpec ask(JdbcClient jdbc, String sql, Caller caller) {
    return jdbc.sql(sql)
        .param("all", caller.seesEverything())
        .param("office", caller.supervisingOffice())
        .param("departments", caller.departments().toArray(String[]::new));
  }
}
