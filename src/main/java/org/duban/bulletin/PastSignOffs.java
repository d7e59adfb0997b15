package org.duban.bulletin;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.directory.Directory;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.PastHoldings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sign-offs were past their own day at a moment of the past. */
@Component
class PastSignOffs {

  private static final String SQL =
      """
      select t.task_id as task, t.milestone_id as milestone, t.holder, p.number || '、' || p.title as item, m.kind
      from own_term t join milestone m on m.id = t.milestone_id join project p on p.id = t.project_id
      where t.term = 'SIGN_OFF' and t.since < :before and (t.until is null or t.until >= :before)
        and not exists (select 1 from suspension s
                        where s.milestone_id = t.milestone_id and s.since < :before
                          and (s.until is null or s.until >= :before))
      order by p.programme_id, p.ordinal, t.task_id
      """;

  private record Open(
      String task, String milestone, String holder, String item, MilestoneKind kind) {}

  private final JdbcClient jdbc;
  private final Directory directory;
  private final PastHoldings holdings;

  PastSignOffs(JdbcClient jdbc, Directory directory, PastHoldings holdings) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.holdings = holdings;
  }

  /** By department, the one with the most first; of each the longest overdue first. */
  List<MonthFigures.SignOff> overdue(MonthEnd end) {
    List<Open> open =
        jdbc.sql(SQL).param("before", Timestamp.from(end.before())).query(Open.class).list();
    Map<String, LocalDate> dues =
        holdings.ownDays(open.stream().map(Open::milestone).distinct().toList(), end.before());
    List<MonthFigures.SignOff> overdue =
        open.stream()
            .map(one -> signOff(one, dues.get(one.task()), end))
            .filter(one -> one.daysPastDue() > 0)
            .sorted(Comparator.comparing(MonthFigures.SignOff::due))
            .toList();
    Map<String, Long> counts =
        overdue.stream()
            .collect(
                Collectors.groupingBy(MonthFigures.SignOff::department, Collectors.counting()));
    return overdue.stream()
        .sorted(
            Comparator.comparing((MonthFigures.SignOff one) -> -counts.get(one.department()))
                .thenComparing(MonthFigures.SignOff::department))
        .toList();
  }

  private MonthFigures.SignOff signOff(Open open, LocalDate due, MonthEnd end) {
    return new MonthFigures.SignOff(
        directory.nameOf(open.holder()),
        open.item() + "（" + open.kind().label() + "）",
        due,
        ChronoUnit.DAYS.between(due, end.lastDay()));
  }
}
