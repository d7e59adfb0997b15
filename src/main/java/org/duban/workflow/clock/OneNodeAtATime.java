package org.duban.workflow.clock;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets nodes that start together on one database prepare it one after the other, so that the second
 * finds what the first has made. A node that dies lets go with its connection.
 */
@Component
public class OneNodeAtATime {

  private static final long START = 0x44554241_4e000001L;

  private final DataSource dataSource;

  OneNodeAtATime(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public void run(Runnable work) {
    try (Connection held = dataSource.getConnection();
        var statement = held.createStatement()) {
      statement.execute("select pg_advisory_lock(" + START + ")");
      try {
        work.run();
      } finally {
        statement.execute("select pg_advisory_unlock(" + START + ")");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be prepared", e);
    }
  }
}
