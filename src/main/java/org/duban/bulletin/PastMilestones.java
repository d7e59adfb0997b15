package org.duban.bulletin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.duban.directory.Directory;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.Standing;
import org.duban.programme.MilestoneState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the milestones stood at a moment of the past, told from the trail and from what was held and
 * suspended then. Later changes are undone: the first one after the moment says what was before.
 */
@Component
class PastMilestones {

  private static final String SQL =
      """
      select m.id, p.programme_id, m.project_id, p.number || '、' || p.title as item, m.kind, m.original_due,
             coalesce((select substring(t.detail from '由 (\\d{4}-\\d{2}-\\d{2}) ')::date from trail t
                       where t.milestone_id = m.id and t.what in ('REDATED', 'RESUMED', 'EXTENSION_APPROVED', 'MILESTONE_REOPENED')
                         and t.at >= :before
                       order by t.id limit 1), m.due) as due,
             exists (select 1 from trail t where t.milestone_id = m.id and t.what = 'MILESTONE_WITHDRAWN'
                     and t.at < :before) as withdrawn,
             exists (select 1 from suspension s where s.milestone_id = m.id and s.since < :before
                     and (s.until is null or s.until >= :before)) as suspended,
             -- what a lead was asked to report again had been reopened
             (select (t.at at time zone :zone)::date from trail t
              where t.milestone_id = m.id and t.what = 'CLOSED' and t.at < :before
                and not exists (select 1 from holding h
                                where h.milestone_id = m.id and h.role = 'LEAD' and h.since >= t.at
                                  and h.since < :before and (h.until is null or h.until > t.at))
              order by t.id desc limit 1) as closed_on,
             (select substring(t.detail from '^牵头(.*?)，配合') from trail t
              where t.project_id = m.project_id and t.what = 'REASSIGNED' and t.at >= :before
              order by t.id limit 1) as leads_then,
             array(select a.department_code from assignment a
                   where a.project_id = m.project_id and a.role = 'LEAD' order by a.position) as leads
      from milestone m join project p on p.id = m.project_id
      where sent_out(p, :before)
        and not exists (select 1 from trail t where t.milestone_id = m.id
                        and t.what in ('MILESTONE_ADDED', 'PERIOD_OPENED') and t.at >= :before)
      order by p.programme_id, p.ordinal, due nulls last, m.id
      """;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final Clock clock;

  PastMilestones(JdbcClient jdbc, Directory directory, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.clock = clock;
  }

  /** All that were sent out by then, in the order of the lists. */
  List<PastMilestone> at(MonthEnd end) {
    return jdbc.sql(SQL)
        .param("before", Timestamp.from(end.before()))
        .param("zone", clock.getZone().getId())
        .query((row, n) -> read(row, end))
        .list();
  }

  private PastMilestone read(ResultSet row, MonthEnd end) throws SQLException {
    LocalDate due = row.getObject("due", LocalDate.class);
    LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
    MilestoneState state =
        row.getBoolean("withdrawn")
            ? MilestoneState.WITHDRAWN
            : row.getBoolean("suspended")
                ? MilestoneState.SUSPENDED
                : closedOn == null ? MilestoneState.REPORTING : MilestoneState.CLOSED;
    boolean runningRhythm = due == null && state != MilestoneState.WITHDRAWN;
    return new PastMilestone(
        row.getString("id"),
        row.getString("programme_id"),
        row.getString("project_id"),
        row.getString("item"),
        MilestoneKind.valueOf(row.getString("kind")),
        due,
        row.getObject("original_due", LocalDate.class),
        leads(row),
        runningRhythm ? null : Standing.of(state, due, closedOn, end.lastDay()));
  }

  private List<String> leads(ResultSet row) throws SQLException {
    String then = row.getString("leads_then");
    return then != null
        ? List.of(then.split("、"))
        : Arrays.stream((String[]) row.getArray("leads").getArray())
            .map(directory::nameOf)
            .toList();
  }
}
