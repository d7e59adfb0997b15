package org.duban.oversight;

import java.util.List;
import org.duban.directory.Directory;
import org.duban.oversight.milestone.Reach;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was reported already for what a milestone asks: by the same department for the same project,
 * and by anyone for another project of the caller's reach that promises the same (metric, operator,
 * target and unit). Nobody counts the same thing twice because it's printed twice. It's an offer to
 * whoever reports: what was returned is offered too.
 */
@Component
public class KnownFigures {

  private static final String SQL =
      """
      select distinct on (known.commitment, known.same) known.*
      from (select c.number as commitment, op.number || '、' || op.title as project,
                   o.project_id = c.project_id as same, r.department_code as department,
                   (r.actuals ->> o.number::text)::numeric as value, r.narrative, r.percent, r.filed_at as at, r.id
            from milestone m
                     join commitment c on c.project_id = m.project_id
                     join commitment o on o.tenant_id = c.tenant_id and o.metric = c.metric and o.unit = c.unit
                          and o.operator = c.operator and o.target = c.target
                     join project op on op.id = o.project_id
                     join milestone om on om.project_id = o.project_id
                     join report r on r.milestone_id = om.id and r.kind <> 'RESOLUTION'
            where m.id = :milestone
              and r.actuals ->> o.number::text is not null
              and not reworded_since(o.project_id, r.filed_at, null)
              and (o.project_id <> c.project_id or r.department_code = :department and o.number = c.number)
              and (:all or exists (select 1 from assignment a
                                   where a.project_id = o.project_id and a.department_code = any(:departments)))) known
      order by known.commitment, known.same, known.at desc, known.id desc
      """;

  private final JdbcClient jdbc;
  private final Directory directory;

  KnownFigures(JdbcClient jdbc, Directory directory) {
    this.jdbc = jdbc;
    this.directory = directory;
  }

  /**
   * The last one of each kind, in the order of the commitments.
   *
   * @param department for which the report is written
   */
  public List<KnownFigure> of(String milestoneId, String department, Caller caller) {
    return Reach.ask(jdbc, SQL, caller)
        .param("milestone", milestoneId)
        .param("department", department)
        .query(
            (row, n) ->
                new KnownFigure(
                    row.getInt("commitment"),
                    row.getString("project"),
                    row.getBoolean("same"),
                    row.getString("department"),
                    directory.nameOf(row.getString("department")),
                    row.getBigDecimal("value"),
                    row.getString("narrative"),
                    row.getInt("percent"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }
}
