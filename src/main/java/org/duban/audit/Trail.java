package org.duban.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what happened. An entry is written in the transaction of the thing itself, so there is
 * never the one without the other.
 */
@Component
public class Trail {

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final Substitutes substitutes;

  Trail(JdbcTemplate jdbc, JdbcClient client, Substitutes substitutes) {
    this.jdbc = jdbc;
    this.client = client;
    this.substitutes = substitutes;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Entry entry) {
    record(List.of(entry));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void record(List<Entry> entries) {
    jdbc.batchUpdate(
        """
        insert into trail (tenant_id, programme_id, project_id, milestone_id, what, who, on_behalf_of, at, detail,
                           acting_for)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entries.stream().map(this::withAbsent).toList(),
        1000,
        (row, entry) -> {
          row.setString(1, entry.tenantId());
          row.setString(2, entry.programmeId());
          row.setString(3, entry.projectId());
          row.setString(4, entry.milestoneId());
          row.setString(5, entry.what().name());
          row.setString(6, entry.who());
          row.setString(7, entry.onBehalfOf());
          row.setTimestamp(8, Timestamp.from(entry.at()));
          row.setString(9, entry.detail());
          row.setString(10, entry.actingFor());
        });
  }

  private Entry withAbsent(Entry entry) {
    return entry.who().equals(Entry.SYSTEM)
        ? entry
        : substitutes.actingFor(entry).map(entry::actingFor).orElse(entry);
  }

  /**
   * What happened to a milestone and, before and around it, to its project and programme; the
   * oldest first.
   */
  public List<Entry> ofMilestone(String milestoneId, String projectId, String programmeId) {
    return client
        .sql(
            """
            select * from trail
            where milestone_id = :milestone
               or (project_id = :project and milestone_id is null)
               or (programme_id = :programme and project_id is null)
            order by id
            """)
        .param("milestone", milestoneId)
        .param("project", projectId)
        .param("programme", programmeId)
        .query((row, n) -> read(row))
        .list();
  }

  /** The same for a project and all its milestones, and the programme around them. */
  public List<Entry> ofProject(String projectId, String programmeId) {
    return client
        .sql(
            """
            select * from trail
            where project_id = :project or (programme_id = :programme and project_id is null)
            order by id
            """)
        .param("project", projectId)
        .param("programme", programmeId)
        .query((row, n) -> read(row))
        .list();
  }

  private static Entry read(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("tenant_id"),
        row.getString("programme_id"),
        row.getString("project_id"),
        row.getString("milestone_id"),
        Happening.valueOf(row.getString("what")),
        row.getString("who"),
        row.getString("on_behalf_of"),
        row.getTimestamp("at").toInstant(),
        row.getString("acting_for"),
        row.getString("detail"));
  }
}
