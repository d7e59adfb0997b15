package org.duban.oversight;

import org.duban.oversight.board.Board;
import org.duban.oversight.board.BoardFigures;
import org.duban.oversight.board.BoardFilter;
import org.duban.oversight.counter.Tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.duban.DubanTest;
import org.duban.escalation.Light;
import org.duban.security.Caller;
import org.duban.workflow.Office;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the board takes with 2,200 projects and with 62,546, in copies of a list of 22 projects
 * with 26 milestones. Prints its own table.
 */
@DubanTest
class BoardBench {

  private static final Caller LEADER = new Caller("leader", Set.of("leader"));
  private static final int RUNS = 60;

  @Autowired private Office office;
  @Autowired private Tally tally;
  @Autowired private BoardFigures figures;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  private record Measured(int projects, double figures, double overHttp, long folding) {}

  @Test
  void theBoardAnswersAlikeForFewProjectsAndForMany() {
    measure(100);
    List<Measured> table = new ArrayList<>();
    for (int lists : List.of(100, 2_843)) {
      table.add(measure(lists));
    }
    System.out.printf(
        "%n%-10s %14s %14s %14s%n", "projects", "figures ms", "over HTTP ms", "folding ms");
    table.forEach(
        row ->
            System.out.printf(
                "%-10d %14.2f %14.2f %14d%n",
                row.projects(), row.figures(), row.overHttp(), row.folding()));
    System.out.printf(
        "ratio      %14.2f %14.2f%n",
        table.get(1).figures() / table.get(0).figures(),
        table.get(1).overHttp() / table.get(0).overHttp());
    assertThat(table.get(1).figures()).isLessThanOrEqualTo(1.5 * table.get(0).figures());
  }

  private Measured measure(int lists) {
    office.openOn("2021-07-05 09:00");
    owe(lists);
    long start = System.nanoTime();
    tally.fold();
    long folding = millis(start);
    jdbc.sql("analyze").update();
    double figures = median(() -> board());
    double overHttp =
        median(
            () ->
                assertThat(
                        http.withBasicAuth("leader", "demo")
                            .getForEntity("/api/v1/board", String.class)
                            .getStatusCode())
                    .isEqualTo(HttpStatus.OK));
    assertThat(board().lights().get(Light.RED)).isEqualTo(lists * 4L);
    return new Measured(lists * 22, figures, overHttp, folding);
  }

  private Board board() {
    return figures.of(new BoardFilter(null, null, null, 2021), 0, LEADER);
  }

  private static double median(Runnable run) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      run.run();
      times.add(System.nanoTime() - start);
    }
    return times.stream().sorted().skip(RUNS / 2).findFirst().orElseThrow() / 1e6;
  }

  private static long millis(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  /** Four of each list's milestones were due in June and stand on level 1; five are closed. */
  private void owe(int lists) {
    each(
        lists,
        """
        insert into programme select 'l' || n, 'jngxq', '清单' || n, 2021, n::text, 'DISPATCHED',
               timestamptz '2021-05-20' + n * interval '1 second', 'duban', now(), 'duban'
        """);
    int projects = lists * 22;
    each(
        projects,
        """
        insert into project select 'p' || n, 'jngxq', 'l' || (n - 1) / 22 + 1, (n - 1) % 22 + 1, n::text, '项目' || n, '', n, '',
               'DISPATCHED', '2021-05-20', null, (n - 1) % 22 + 1
        """);
    each(
        projects,
        """
        insert into assignment select 'p' || n, 'jngxq', (array['scjg','czjr','ga','xzsp','zgh'])[n % 5 + 1], 'LEAD', 1, '', false,
               '', '2021-05-20', 'x', null
        """);
    each(
        lists * 26,
        """
        insert into milestone (id, tenant_id, project_id, kind, due, original_due, phrase, state, closed_at)
        select 'm' || n, 'jngxq', 'p' || (n - 1) / 26 * 22 + least((n - 1) % 26, 21) + 1,
               case when n % 26 < 4 then 'STAGE' else 'COMPLETION' end, x.due, x.due, '',
               case when n % 26 > 20 then 'CLOSED' else 'REPORTING' end,
               case when n % 26 > 20 then timestamptz '2021-06-28 10:00' end
        """,
        """
        cross join lateral (select case when n % 26 < 4 then date '2021-06-30'
                                        else date '2021-07-31' + n % 26 / 4 * 30 end as due) x
        """);
    each(
        lists * 26,
        """
        insert into holding (tenant_id, milestone_id, holder, role, duty, task_id, since, until)
        select 'jngxq', 'm' || n, (array['scjg','czjr','ga','xzsp','zgh'])[n % 5 + 1], 'LEAD', 'REPORT', 't' || n,
               '2021-05-20', case when n % 26 > 20 then timestamptz '2021-06-28 10:00' end
        """);
    jdbc.sql(
            """
            insert into watch (milestone_id, tenant_id, programme_id, project_id, kind, due, runs_from, rung, light, level)
            select m.id, 'jngxq', p.programme_id, p.id, m.kind, m.due, '2021-05-20', 'NONE',
                   case when m.due < '2021-07-05' then 'RED' else 'GREEN' end, case when m.due < '2021-07-05' then 1 else 0 end
            from milestone m join project p on p.id = m.project_id where m.state <> 'CLOSED'
            """)
        .update();
  }

  private void each(int size, String insert, String... more) {
    jdbc.sql(insert + " from generate_series(1, :size) n " + String.join(" ", more))
        .param("size", size)
        .update();
  }
}
