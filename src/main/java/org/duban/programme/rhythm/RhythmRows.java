package org.duban.programme.rhythm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Milestone;
import org.duban.security.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rhythms of long-term milestones: their own, else the installation's. */
@Repository
public class RhythmRows {

  private final JdbcClient jdbc;
  private final Rhythm installations;

  public RhythmRows(
      JdbcClient jdbc,
      @Value("${duban.rhythm.every}") Rhythm.Every every,
      @Value("${duban.rhythm.day}") int day) {
    this.jdbc = jdbc;
    this.installations = installations(every, day);
  }

  private static Rhythm installations(Rhythm.Every every, int day) {
    try {
      return new Rhythm(every, day);
    } catch (InvalidSubmission e) {
      throw new CannotStart("设置 duban.rhythm.day 有误：" + e.getMessage(), e);
    }
  }

  public Rhythm of(String milestoneId) {
    return jdbc.sql(
            "select rhythm_every, rhythm_day from milestone where id = :id and rhythm_every is not null")
        .param("id", milestoneId)
        .query((row, n) -> read(row))
        .optional()
        .orElse(installations);
  }

  private static Rhythm read(ResultSet row) throws SQLException {
    return new Rhythm(
        Rhythm.Every.valueOf(row.getString("rhythm_every")), row.getInt("rhythm_day"));
  }

  public void set(String milestoneId, Rhythm rhythm) {
    jdbc.sql("update milestone set rhythm_every = :every, rhythm_day = :day where id = :id")
        .param("every", rhythm.every().name())
        .param("day", rhythm.day())
        .param("id", milestoneId)
        .update();
  }

  /**
   * The day after which the next report is owed: that of the last one asked for, else that of the
   * project's last dated milestone. Both as planned and listed: more time for the one doesn't put
   * off the next, nor does a list that moves what is met already.
   */
  public Optional<LocalDate> lastOwed(Milestone rhythm) {
    return jdbc.sql(
            """
            select coalesce((select max(original_due) from milestone where rhythm_id = :rhythm),
                            (select max(least(listed_due, due)) from milestone
                             where project_id = :project and rhythm_id is null and state <> 'WITHDRAWN'))
            """)
        .param("rhythm", rhythm.id())
        .param("project", rhythm.projectId())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  public Optional<RhythmPolicy.Period> next(String milestoneId) {
    return jdbc.sql(
            """
            select next_period_opens as opens, next_period_due as due from milestone
            where id = :id and next_period_due is not null
            """)
        .param("id", milestoneId)
        .query(RhythmPolicy.Period.class)
        .optional();
  }
}
