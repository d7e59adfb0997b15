package org.duban.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The obligations whose next rung is due, a thousand at a time. */
@Repository
class Chunk {

  static final int SIZE = 1000;

  private final JdbcClient jdbc;

  Chunk(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks what it returns; what another node has locked is left to that node. */
  List<Watched> take(Instant tick) {
    return jdbc.sql(
            SELECT
                + """
                where w.next_rung_at <= :tick
                order by w.next_rung_at, w.milestone_id, w.term, w.holder
                limit :size
                for update of w skip locked
                """)
        .param("tick", tick.atOffset(ZoneOffset.UTC))
        .param("size", SIZE)
        .query((row, n) -> read(row))
        .list();
  }

  /** All that is watched of one milestone, its own date first; empty once it is met. */
  List<Watched> of(String milestoneId) {
    return jdbc.sql(SELECT + "where w.milestone_id = :milestone order by w.term, w.due, w.holder")
        .param("milestone", milestoneId)
        .query((row, n) -> read(row))
        .list();
  }

  private static final String SELECT =
      """
      select w.milestone_id, w.term, w.holder, w.tenant_id, w.programme_id, w.project_id, w.kind, w.due, w.runs_from,
             w.rung, w.light, w.level, p.number, p.title, m.due as milestone_due, m.round,
             array(select h.duty || ' ' || h.holder from holding h
                   where h.milestone_id = w.milestone_id and h.until is null
                     and (w.term = 'MILESTONE' or h.holder = w.holder)
                     and (w.term <> 'SIGN_OFF' or h.duty = 'SIGN_OFF')
                   group by h.duty, h.holder order by min(h.id)) as holders
      from watch w join project p on p.id = w.project_id join milestone m on m.id = w.milestone_id
      """;

  private static Watched read(ResultSet row) throws SQLException {
    List<Holder> holders = new ArrayList<>();
    for (String holder : (String[]) row.getArray("holders").getArray()) {
      int space = holder.indexOf(' ');
      holders.add(
          new Holder(holder.substring(space + 1), Duty.valueOf(holder.substring(0, space))));
    }
    return new Watched(
        row.getString("milestone_id"),
        Term.valueOf(row.getString("term")),
        row.getString("holder"),
        row.getString("tenant_id"),
        row.getString("programme_id"),
        row.getString("project_id"),
        MilestoneKind.valueOf(row.getString("kind")),
        new Course(
            row.getObject("due", LocalDate.class),
            row.getObject("runs_from", LocalDate.class),
            Rung.valueOf(row.getString("rung")),
            Light.valueOf(row.getString("light")),
            row.getInt("level")),
        row.getObject("milestone_due", LocalDate.class),
        row.getInt("round"),
        row.getString("number"),
        row.getString("title"),
        holders);
  }
}
