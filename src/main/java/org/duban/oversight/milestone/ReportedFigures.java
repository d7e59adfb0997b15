package org.duban.oversight.milestone;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What has been reported of commitments, by their numbers. Of a milestone: the last figure given in
 * its present round, whatever later reports leave out. Of a project: that of the milestone for
 * which it was given last. The database decides it (figures_reported), so that whoever needs
 * figures of many milestones at once asks the same.
 */
@Component
public class ReportedFigures {

  /** Of a project, for a row {@code c} of its commitments. */
  public static final String LAST_OF_PROJECT =
      """
      (select f.value, f.filed_at
       from milestone m cross join lateral figures_reported(m.id, null) f
       where m.project_id = c.project_id and f.number = c.number
       order by f.report_id desc limit 1)
      """;

  private final JdbcClient jdbc;

  ReportedFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Map<Integer, BigDecimal> ofMilestone(String id) {
    return asked("select number, value from figures_reported(:id, null)", id);
  }

  public Map<Integer, BigDecimal> ofProject(String id) {
    return asked(
        "select c.number, r.value from commitment c cross join lateral "
            + LAST_OF_PROJECT
            + " r where c.project_id = :id",
        id);
  }

  private Map<Integer, BigDecimal> asked(String sql, String id) {
    Map<Integer, BigDecimal> figures = new HashMap<>();
    jdbc.sql(sql)
        .param("id", id)
        .query(
            row -> {
              figures.put(row.getInt("number"), row.getBigDecimal("value"));
            });
    return figures;
  }
}
