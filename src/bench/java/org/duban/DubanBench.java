package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.duban.escalation.DeadlineSheet;
import org.duban.notice.NoticeReader;
import org.duban.oversight.LongLedger;
import org.duban.workflow.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the heavy work takes, on this machine in this run: read the figures as ratios. Prints
 * one table and writes {@code target/bench.json}.
 */
@DubanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DubanBench {

  record Measured(String work, int size, long millis, long perSecond) {}

  @Autowired private Office office;
  @Autowired private DeadlineSheet sheet;
  @Autowired private NoticeReader reader;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;
  @Autowired private ApplicationContext beans;

  private final List<Measured> table = new ArrayList<>();

  @Test
  void missedDeadlines() {
    for (int size : List.of(1_000, 2_200, 73_918)) {
      office.openOn("2021-07-01 00:00");
      owe(size);
      measure("missed deadlines with escalation, message and trail", size, sheet::run);
      assertThat(count("escalation")).isEqualTo(size);
      assertThat(count("notification")).isEqualTo(size);
      measure("the same sheet again", size, sheet::run);
    }
  }

  /** A hundred times the rows, and nothing is held of them. */
  @Test
  void ledger() throws InterruptedException {
    long thousand = ledger(1_000);
    long hundredThousand = ledger(100_000);
    assertThat(hundredThousand - thousand).isLessThan(3_000_000);
  }

  private long ledger(int size) throws InterruptedException {
    office.openOn("2021-07-06 09:00");
    LongLedger.write(jdbc, size, 200);
    measure(
        "rows of the ledger",
        size,
        () -> LongLedger.download(beans, OutputStream.nullOutputStream()));
    long held =
        MostHeld.during(() -> LongLedger.download(beans, OutputStream.nullOutputStream()));
    table.add(new Measured("kB more held while a ledger is written", size, held / 1024, 0));
    return held;
  }

  /** Ten times the items may take twelve times as long, once the machine knows the code. */
  @Test
  void reading() {
    String warm = list(1_000);
    for (int i = 0; i < 20; i++) {
      reader.read(warm);
    }
    long thousand = bestOfThree("items read from one list", 1_000, list(1_000));
    long tenThousand = bestOfThree("items read from one list", 10_000, list(10_000));
    assertThat(tenThousand).isLessThanOrEqualTo(thousand * 12);
  }

  private long bestOfThree(String work, int size, String list) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      measure(work, size, () -> reader.read(list));
      best = Math.min(best, table.remove(table.size() - 1).millis());
    }
    table.add(new Measured(work, size, best, size * 1000L / best));
    return best;
  }

  /** That many milestones due on 30 June, each held by its lead. */
  private void owe(int size) {
    jdbc.sql(
            """
            insert into programme values ('bench', 'jngxq', 'bench', 2021, 'bench', 'DISPATCHED', now(), 'duban', now(), 'duban')
            """)
        .update();
    each(
        size,
        """
        insert into project select 'p' || n, 'jngxq', 'bench', n, n::text, '项目' || n, '', n, '2021年6月底', 'DISPATCHED',
               '2021-05-20', null, n
        """);
    each(
        size,
        """
        insert into assignment select 'p' || n, 'jngxq', 'scjg', 'LEAD', 1, '市场监督管理局', false, '', '2021-05-20', 'scjg', null
        """);
    each(
        size,
        """
        insert into milestone select 'm' || n, 'jngxq', 'p' || n, 'COMPLETION', '2021-06-30', '2021-06-30', '', 'REPORTING',
               1, null, null, null, null
        """);
    each(
        size,
        """
        insert into holding (tenant_id, milestone_id, holder, role, duty, task_id, since)
        select 'jngxq', 'm' || n, 'scjg', 'LEAD', 'REPORT', 't' || n, '2021-05-20'
        """);
    each(
        size,
        """
        insert into watch select 'm' || n, 'jngxq', 'bench', 'p' || n, 'COMPLETION', '2021-06-30', '2021-05-20', 'WARNING',
               'YELLOW', 0, '2021-07-01 00:00+08'
        """);
    jdbc.sql("analyze").update();
  }

  private void each(int size, String insert) {
    jdbc.sql(insert + " from generate_series(1, :size) n").param("size", size).update();
  }

  private long count(String rows) {
    return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
  }

  private static String list(int size) {
    StringBuilder list = new StringBuilder("济宁高新区2021年度重点民生项目清单\n\n");
    for (int n = 1; n <= size; n++) {
      list.append(n)
          .append("、新建便民设施第")
          .append(n)
          .append("批。\n\n新建便民服务点5处，改造老旧小区3个。\n\n完成时限:2021年6月底取得阶段性成效,12月底前完成\n\n")
          .append("牵头部门:市场监督管理局\n\n配合部门:财政金融局、公安分局\n\n");
    }
    return list.toString();
  }

  private void measure(String work, int size, Runnable run) {
    long start = System.nanoTime();
    run.run();
    long millis = Math.max(1, Duration.ofNanos(System.nanoTime() - start).toMillis());
    table.add(new Measured(work, size, millis, size * 1000L / millis));
  }

  @AfterAll
  void tell() throws Exception {
    System.out.printf("%n%-55s %8s %10s %12s%n", "work", "size", "ms", "per second");
    for (Measured row : table) {
      System.out.printf(
          "%-55s %8d %10d %12d%n", row.work(), row.size(), row.millis(), row.perSecond());
    }
    Files.writeString(
        Path.of("target/bench.json"), json.writerWithDefaultPrettyPrinter().writeValueAsString(table));
  }
}
