package org.duban.oversight;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.duban.oversight.ledger.Ledger;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.security.Caller;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists far longer than any office has them. */
public final class LongLedger {

  private LongLedger() {}

  /**
   * That many projects with a milestone, a promise, a report and three holdings each.
   *
   * @param narrative how long the reports are; no two are alike
   */
  public static void write(JdbcClient jdbc, int size, int narrative) {
    jdbc.sql(
            """
            insert into programme values ('long', 'jngxq', '长清单', 2021, 'long', 'DISPATCHED', now(), 'duban', now(), 'duban')
            """)
        .update();
    each(
        jdbc,
        size,
        """
        insert into project select 'p' || n, 'jngxq', 'long', n, n::text, '项目' || n, '', n, '2021年6月底', 'DISPATCHED',
               '2021-05-20', null, n
        """);
    each(
        jdbc,
        size,
        """
        insert into assignment select 'p' || n, 'jngxq', 'scjg', 'LEAD', 1, '市场监督管理局', false, '', '2021-05-20', 'scjg', null
        """);
    each(
        jdbc,
        size,
        """
        insert into milestone select 'm' || n, 'jngxq', 'p' || n, 'COMPLETION', '2021-06-30', '2021-06-30', '', 'REVIEW',
               1, null, null, null, null
        """);
    each(
        jdbc,
        size,
        """
        insert into commitment select 'p' || n, 'jngxq', 1, '新建药店', 'EQ', n, '家', '新建药店' || n || '家'
        """);
    each(
        jdbc,
        size,
        """
        insert into report (tenant_id, milestone_id, round, kind, department_code, narrative, percent, actuals, filed_by,
                            filed_at)
        select 'jngxq', 'm' || n, 1, 'FILED', 'scjg',
               (select left(string_agg(md5(n::text || i), ''), %d) from generate_series(0, %d) i), 60,
               jsonb_build_object('1', n - 1), 'scjg', '2021-06-20 10:00+08'
        """
            .formatted(narrative, narrative / 32));
    for (String holding :
        new String[] {
          "'scjg', 'LEAD', 'REPORT', 'l' || n, '2021-05-20'::date, '2021-06-20'::date",
          "'czjr', 'SUPPORT', 'SIGN_OFF', 's' || n, '2021-06-20'::date, '2021-06-28'::date",
          "'supervising-office', 'OFFICE', 'REVIEW', 'o' || n, '2021-06-28'::date, null::date"
        }) {
      each(
          jdbc,
          size,
          """
          insert into holding (tenant_id, milestone_id, holder, role, duty, task_id, since, until)
          select 'jngxq', 'm' || n, %s
          """
              .formatted(holding));
    }
    jdbc.sql("analyze").update();
  }

  /** The whole ledger, as the supervising office gets it. */
  public static void download(ApplicationContext beans, OutputStream out) {
    download(beans.getBean(Ledger.class), out);
  }

  public static void download(Ledger ledger, OutputStream out) {
    try {
      ledger.write(MilestoneFilter.ANY, Caller.system(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void each(JdbcClient jdbc, int size, String insert) {
    jdbc.sql(insert + " from generate_series(1, :size) n").param("size", size).update();
  }
}
