package org.duban.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.duban.calendar.WorkingCalendar;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Component {@code workingCalendar} of the health page: a warning while the holidays of a year are
 * unknown in which something is due, or that was reckoned with. The year counts as needed from now
 * to the last due day of what is open.
 */
@Component("workingCalendarHealthIndicator")
class WorkingCalendarHealth extends AbstractHealthIndicator {

  private static final Status WARNING = new Status("WARNING");
  private static final int NAMED = 5;

  private final WorkingCalendar calendar;
  private final JdbcClient jdbc;
  private final Clock clock;

  WorkingCalendarHealth(WorkingCalendar calendar, JdbcClient jdbc, Clock clock) {
    this.calendar = calendar;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    int now = LocalDate.now(clock).getYear();
    int last = lastDue().map(LocalDate::getYear).orElse(now);
    SortedSet<Integer> missing = calendar.missingYears(now, Math.max(now, last));
    if (missing.isEmpty()) {
      health.up();
    } else {
      health
          .status(WARNING)
          .withDetail("missingYears", missing)
          .withDetail("warning", sentence(missing));
    }
  }

  private Optional<LocalDate> lastDue() {
    return jdbc.sql("select max(due) from milestone where state not in ('CLOSED', 'WITHDRAWN')")
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  private static String sentence(SortedSet<Integer> missing) {
    List<Integer> named = missing.stream().limit(NAMED).toList();
    String years =
        named.stream().map(String::valueOf).collect(Collectors.joining("、"))
            + (missing.size() > NAMED ? " 等 " + missing.size() + " 个年份" : " 年");
    return years
        + "的放假调休安排尚未录入，暂把周一至周五都算作工作日，算出的日期可能要变；国务院办公厅的通知公布后，请补上 calendar/"
        + missing.first()
        + ".yml 等文件并重新启动。";
  }
}
