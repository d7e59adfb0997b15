package org.duban.oversight.counter;

import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.duban.security.Caller;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts of obligations and of the days they were held, kept by the database: exact at every
 * moment, and as quick for many projects as for a few. What a department may see is counted anew
 * from its own projects.
 */
@Component
public class Tally {

  private static final int CHUNK = 20_000;
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final JdbcClient jdbc;
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;

  Tally(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.writing = new TransactionTemplate(transactions);
    writing.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** All that is asked in it is of the same moment. */
  public <T> T atOneMoment(Caller caller, Function<Moment, T> work) {
    return reading.execute(tx -> work.apply(new Moment(caller, untallied())));
  }

  private String[] untallied() {
    return jdbc.sql("select distinct milestone_id from untallied")
        .query(String.class)
        .list()
        .toArray(String[]::new);
  }

  /**
   * Writes to the counters what is so at one moment; nobody else writes to them meanwhile.
   *
   * @return empty when somebody else, on this node or another, is at it, and nothing was done
   */
  <T> Optional<T> writeAlone(Supplier<T> work) {
    return writing.execute(
        tx -> {
          if (!locked()) {
            tx.setRollbackOnly();
            return Optional.empty();
          }
          return Optional.of(work.get());
        });
  }

  /**
   * The database fixes a transaction's moment with its first query, and LOCK is none: what is seen
   * begins after whoever had the lock before has committed.
   */
  private boolean locked() {
    try {
      jdbc.sql("lock table counter_check in exclusive mode nowait").update();
      return true;
    } catch (DataAccessException refused) {
      if (refused.getRootCause() instanceof SQLException cause
          && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
        return false;
      }
      throw refused;
    }
  }

  /** Works what has changed into the kept counts; a reader notices nothing. */
  @Scheduled(fixedDelayString = "${duban.tally.pause:PT2S}")
  public void fold() {
    while (writeAlone(this::foldChunk).orElse(false)) {
      // until a chunk comes out short
    }
  }

  private boolean foldChunk() {
    List<String> changed =
        jdbc.sql(
                """
                delete from untallied where ctid = any(array(select ctid from untallied limit :most))
                returning milestone_id
                """)
            .param("most", CHUNK)
            .query(String.class)
            .list();
    if (!changed.isEmpty()) {
      count(changed.stream().distinct().toArray(String[]::new));
    }
    return changed.size() == CHUNK;
  }

  private void count(String[] ids) {
    for (String sql : FOLD) {
      jdbc.sql(sql).param("ids", ids).update();
    }
    jdbc.sql("delete from tally where n = 0").update();
    jdbc.sql("delete from day_tally where n = 0").update();
  }

  private static final List<String> FOLD =
      List.of(
          """
          insert into tally
          select programme_id, part, unit, kind, due, original_due, state, light, level, met, met_original, sum(n)
          from tally_correction(:ids)
          group by programme_id, part, unit, kind, due, original_due, state, light, level, met, met_original
          having sum(n) <> 0
          on conflict on constraint tally_pkey do update set n = tally.n + excluded.n
          """,
          "delete from tallied where milestone_id = any(:ids)",
          """
          insert into tallied
          select milestone_id, programme_id, project_id, kind, due, original_due, state, light, level, met, met_original,
                 leads, holders
          from obligation_now where milestone_id = any(:ids)
          """,
          """
          insert into day_tally
          select programme_id, unit, role, kind, measure, day, sum(n) from day_correction(:ids)
          group by programme_id, unit, role, kind, measure, day
          having sum(n) <> 0
          on conflict on constraint day_tally_pkey do update set n = day_tally.n + excluded.n
          """,
          "delete from tallied_days where milestone_id = any(:ids)",
          """
          insert into tallied_days
          select milestone_id, programme_id, kind, holder, role, days, past_due, past_original
          from held_now where milestone_id = any(:ids)
          """);

  /** What one caller may count, at one moment. */
  public final class Moment {

    private static final String ALL_COUNTS =
        " from (select * from tally union all select * from tally_correction(:changed)) c ";
    private static final String OWN_COUNTS =
        """
         from (select s.*, o.kind, o.due, o.original_due, o.state, o.light, o.level, o.met, o.met_original, 1 as n
               from obligation_now o cross join lateral tally_cells(o.programme_id, o.leads, o.holders) s
               where o.project_id in (select project_id from assignment where department_code = any(:departments))) c
        """;
    private static final String ALL_DAYS =
        " from (select * from day_tally union all select * from day_correction(:changed)) c ";
    private static final String OWN_DAYS =
        """
         from (select s.programme_id, h.holder as unit, h.role, h.kind, s.measure, s.day, s.n
               from held_now h
                    cross join lateral day_cells(h.programme_id, h.days, h.past_due, h.past_original) s
               where h.project_id in (select project_id from assignment where department_code = any(:departments))
                 and (:lead::text is null or exists (select 1 from assignment l where l.project_id = h.project_id
                      and l.role = 'LEAD' and l.department_code = :lead))) c
        """;
    private static final String LED_DAYS =
        """
         from (select s.programme_id, h.holder as unit, h.role, h.kind, s.measure, s.day, s.n
               from held_now h
                    cross join lateral day_cells(h.programme_id, h.days, h.past_due, h.past_original) s
               where h.project_id in (select project_id from assignment where department_code = :lead and role = 'LEAD')) c
        """;

    private final Caller caller;
    private final String[] changed;

    private Moment(Caller caller, String[] changed) {
      this.caller = caller;
      this.changed = changed;
    }

    public Caller caller() {
      return caller;
    }

    /**
     * @param rest of a statement over rows {@code c} of the tally
     */
    public StatementSpec counts(String select, String rest) {
      return caller.seesEverything()
          ? jdbc.sql(select + ALL_COUNTS + rest).param("changed", changed)
          : own(select + OWN_COUNTS + rest);
    }

    /**
     * @param lead only what this department leads, or null
     * @param rest of a statement over rows {@code c} of the tally of days
     */
    public StatementSpec days(String lead, String select, String rest) {
      if (!caller.seesEverything()) {
        return own(select + OWN_DAYS + rest).param("lead", lead, Types.VARCHAR);
      }
      return lead == null
          ? jdbc.sql(select + ALL_DAYS + rest).param("changed", changed)
          : jdbc.sql(select + LED_DAYS + rest).param("lead", lead);
    }

    private StatementSpec own(String sql) {
      return jdbc.sql(sql).param("departments", caller.departments().toArray(String[]::new));
    }
  }
}
