package org.duban.story;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.oversight.Counting;
import org.duban.programme.Merger;
import org.duban.workflow.Office;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives stories the program of the test that they run in. */
@TestComponent
public class Installations {

  private final Office office;
  private final Merger merger;
  private final Counting counting;
  private final Directory directory;
  private final WorkingCalendar calendar;
  private final JdbcClient jdbc;
  private final DataSource source;
  private final Clock clock;
  private final Environment environment;

  Installations(
      Office office,
      Merger merger,
      Counting counting,
      Directory directory,
      WorkingCalendar calendar,
      JdbcClient jdbc,
      DataSource source,
      Clock clock,
      Environment environment) {
    this.office = office;
    this.merger = merger;
    this.counting = counting;
    this.directory = directory;
    this.calendar = calendar;
    this.jdbc = jdbc;
    this.source = source;
    this.clock = clock;
    this.environment = environment;
  }

  /** The program that runs, once its web server does. */
  Installation running() throws SQLException {
    return new Installation(
        new Door(environment.getRequiredProperty("local.server.port", Integer.class)),
        office,
        merger,
        counting,
        directory,
        calendar,
        jdbc,
        source.unwrap(HikariDataSource.class),
        clock);
  }
}
