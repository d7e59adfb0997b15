package org.duban.oversight.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.duban.directory.Directory;
import org.duban.escalation.OpenTerms;
import org.duban.notice.Operator;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.oversight.milestone.ReportedFigures;
import org.duban.security.Caller;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a ledger tells, a few hundred rows at a time: within a transaction the database keeps
 * the rest, however many there are.
 */
@Component
public class LedgerRows {

  private static final int FETCHED = 500;
  private static final int LONGEST_NARRATIVE = 1000;

  private static final String OBLIGATIONS =
      """
      select o.*,
             array(select a.department_code from assignment a
                   where a.project_id = o.project_id and a.role = 'LEAD' order by a.position) as leads,
             array(select a.department_code from assignment a
                   where a.project_id = o.project_id and a.role = 'SUPPORT' order by a.position) as supports,
             r.percent, left(r.narrative, :longest) as narrative, r.department_code as reporter,
             (r.filed_at at time zone :zone)::date as reported_on,
             (select json_object_agg(f.number, f.value) from figures_reported(o.id, null) f) as actuals,
             (select json_agg(c.* order by c.number) from commitment c where c.project_id = o.project_id)
                 as commitments,
             (select json_agg(json_build_array(h.holder, h.role, (h.since at time zone :zone)::date,
                     coalesce((h.until at time zone :zone)::date, :today), h.own_due, h.past_spans) order by h.id)
              from holding_term h where h.milestone_id = o.id) as holdings,
             (select json_agg(json_build_array((s.since at time zone :zone)::date,
                     coalesce((s.until at time zone :zone)::date, :today)))
              from suspension s where s.milestone_id = o.id) as suspensions,
             (select json_agg(json_build_array(e.due, e.new_due)) from extension_request e
              where e.milestone_id = o.id and e.state = 'APPROVED') as extensions,
             (select json_agg(json_build_array(t.term, t.holder, t.due) order by t.due, t.holder) from term_now t
              where t.project_id = o.project_id and not t.suspended and t.due < :today and o.id =
      """
          + MilestoneFilter.MILESTONE_OF_TERM
          + """
             ) as overdue_terms
      from (select o.*, g.title as programme_title
            from milestone_overview o join programme g on g.id = o.programme_id
            where o.sent_out and o.due is not null and
      """
          + MilestoneFilter.CONDITION
          + """
            order by o.programme_id, o.ordinal, o.due, o.id) o
          left join lateral (select * from report r where r.milestone_id = o.id and r.kind <> 'RESOLUTION'
                             order by r.id desc limit 1) r on true
          order by o.programme_id, o.ordinal, o.due, o.id
          """;

  private static final String COMMITMENTS =
      """
      select g.title as programme_title, p.ordinal, p.number || '、' || p.title as project, c.metric, c.operator,
             c.target, c.unit, c.text,
             array(select a.department_code from assignment a
                   where a.project_id = p.id and a.role = 'LEAD' order by a.position) as leads,
             r.value as actual, (r.filed_at at time zone :zone)::date as reported_on
      from commitment c join project p on p.id = c.project_id join programme g on g.id = p.programme_id
      left join lateral
      """
          + ReportedFigures.LAST_OF_PROJECT
          + """
      r on true
      where p.id in (select o.project_id from milestone_overview o where o.sent_out and o.due is not null and
      """
          + MilestoneFilter.CONDITION
          + ") order by g.id, p.ordinal, p.id, c.number";

  private final JdbcClient jdbc;
  private final Directory directory;
  private final LedgerFacts facts;
  private final OpenTerms terms;
  private final Clock clock;

  LedgerRows(
      DataSource database, Directory directory, LedgerFacts facts, OpenTerms terms, Clock clock) {
    JdbcTemplate piecemeal = new JdbcTemplate(database);
    piecemeal.setFetchSize(FETCHED);
    this.jdbc = JdbcClient.create(piecemeal);
    this.directory = directory;
    this.facts = facts;
    this.terms = terms;
    this.clock = clock;
  }

  /** In the order of the lists. */
  public void eachObligation(MilestoneFilter filter, Caller caller, Consumer<LedgerRow> then) {
    filter
        .ask(jdbc, OBLIGATIONS, caller, clock, terms.nearDue())
        .param("longest", LONGEST_NARRATIVE)
        .query(
            row -> {
              then.accept(obligation(row));
            });
  }

  private LedgerRow obligation(ResultSet row) throws SQLException {
    MilestoneRow milestone = MilestoneRow.read(row, clock);
    return new LedgerRow(
        milestone,
        milestone.standing(LocalDate.now(clock)),
        row.getString("programme_title"),
        names(row, "leads"),
        names(row, "supports"),
        milestone.waitingFor().stream().map(directory::nameOf).toList(),
        daysPastDue(milestone),
        row.getObject("percent", Integer.class),
        facts.measured(row.getString("commitments"), row.getString("actuals")),
        facts.held(
            row.getString("holdings"),
            row.getString("suspensions"),
            row.getString("extensions"),
            milestone.due()),
        facts.count(row.getString("extensions")),
        facts.overdueTerms(row.getString("overdue_terms"), LocalDate.now(clock)),
        lastReport(row));
  }

  private static long daysPastDue(MilestoneRow milestone) {
    return milestone.closedOn() == null
        ? milestone.daysOverdue()
        : Math.max(0, ChronoUnit.DAYS.between(milestone.due(), milestone.closedOn()));
  }

  private String lastReport(ResultSet row) throws SQLException {
    String reporter = row.getString("reporter");
    return reporter == null
        ? null
        : row.getString("reported_on")
            + " "
            + directory.nameOf(reporter)
            + "："
            + row.getString("narrative");
  }

  /** In the order of the lists; one row for each promise, whatever dates its project has. */
  public void eachCommitment(
      MilestoneFilter filter, Caller caller, Consumer<LedgerCommitment> then) {
    filter
        .ask(jdbc, COMMITMENTS, caller, clock, terms.nearDue())
        .query(
            row -> {
              then.accept(commitment(row));
            });
  }

  private LedgerCommitment commitment(ResultSet row) throws SQLException {
    return new LedgerCommitment(
        row.getString("programme_title"),
        row.getInt("ordinal"),
        row.getString("project"),
        names(row, "leads"),
        row.getString("metric"),
        Operator.valueOf(row.getString("operator")),
        row.getBigDecimal("target"),
        row.getString("unit"),
        row.getString("text"),
        row.getBigDecimal("actual"),
        row.getObject("reported_on", LocalDate.class));
  }

  private List<String> names(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(directory::nameOf)
        .toList();
  }
}
