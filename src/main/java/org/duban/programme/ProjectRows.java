package org.duban.programme;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of projects, their commitments and assignments. */
@Repository
class ProjectRows {

  private static final String SELECT =
      """
      select id, tenant_id, programme_id, ordinal, number, title, body, deadline_phrase, state
      from project
      """;

  private final JdbcClient jdbc;

  ProjectRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Project> find(String id) {
    return jdbc.sql(SELECT + "where id = :id").param("id", id).query(Project.class).optional();
  }

  List<Project> ofProgramme(String programmeId) {
    return jdbc.sql(SELECT + "where programme_id = :programme order by ordinal")
        .param("programme", programmeId)
        .query(Project.class)
        .list();
  }

  List<Commitment> commitments(String projectId) {
    return jdbc.sql(
            """
            select number, metric, operator, target, unit, text from commitment
            where project_id = :project order by number
            """)
        .param("project", projectId)
        .query(Commitment.class)
        .list();
  }

  /** The leads in the order of the list, then the supports. */
  List<Assignment> assignments(String projectId) {
    return jdbc.sql(
            """
            select department_code, role, position, printed_name, signs_off, reason, acknowledged_at, acknowledged_by
            from assignment where project_id = :project order by role, position
            """)
        .param("project", projectId)
        .query(Assignment.class)
        .list();
  }
}
