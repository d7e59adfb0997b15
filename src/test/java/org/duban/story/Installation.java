package org.duban.story;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.oversight.Counting;
import org.duban.programme.Merger;
import org.duban.workflow.Office;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The running program, as stories and their witnesses meet it. */
record Installation(
    Door door,
    Office office,
    Merger merger,
    Counting counting,
    Directory directory,
    WorkingCalendar calendar,
    JdbcClient jdbc,
    HikariDataSource pool,
    Clock clock) {

  LocalDate today() {
    return LocalDate.now(clock);
  }

  LocalDateTime now() {
    return LocalDateTime.now(clock);
  }
}
