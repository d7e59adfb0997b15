package org.duban.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The obligations whose next rung is due, a thousand at a time. */
@Repository
class Chunk {

  static final int SIZE = 1000;

  /** Somebody who has it in hand. */
  record Holder(String code, Role role) {}

  /**
   * One obligation to decide on.
   *
   * @param runsFrom the ladder of what was sent out after its due day begins on that day
   */
  record Row(
      String milestoneId,
      String tenantId,
      String programmeId,
      String projectId,
      MilestoneKind kind,
      LocalDate due,
      LocalDate runsFrom,
      Rung rung,
      String number,
      String title,
      List<Holder> holders) {

    LocalDate countedFrom() {
      return runsFrom.isAfter(due) ? runsFrom : due;
    }

    /** In the order of the work: what the lead owes comes before what others owe after it. */
    Role waitingFor() {
      return holders.stream().map(Holder::role).min(Role::compareTo).orElse(Role.LEAD);
    }
  }

  private final JdbcClient jdbc;

  Chunk(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks what it returns; what another node has locked is left to that node. */
  List<Row> take(Instant tick) {
    return jdbc.sql(
            """
            select w.milestone_id, w.tenant_id, w.programme_id, w.project_id, w.kind, w.due, w.runs_from, w.rung,
                   p.number, p.title,
                   array(select h.role || ' ' || h.holder from holding h
                         where h.milestone_id = w.milestone_id and h.until is null
                         group by h.role, h.holder order by min(h.id)) as holders
            from watch w join project p on p.id = w.project_id
            where w.next_rung_at <= :tick
            order by w.next_rung_at, w.milestone_id
            limit :size
            for update of w skip locked
            """)
        .param("tick", tick.atOffset(ZoneOffset.UTC))
        .param("size", SIZE)
        .query((row, n) -> read(row))
        .list();
  }

  private static Row read(ResultSet row) throws SQLException {
    List<Holder> holders = new ArrayList<>();
    for (String holder : (String[]) row.getArray("holders").getArray()) {
      int space = holder.indexOf(' ');
      holders.add(
          new Holder(holder.substring(space + 1), Role.valueOf(holder.substring(0, space))));
    }
    return new Row(
        row.getString("milestone_id"),
        row.getString("tenant_id"),
        row.getString("programme_id"),
        row.getString("project_id"),
        MilestoneKind.valueOf(row.getString("kind")),
        row.getObject("due", LocalDate.class),
        row.getObject("runs_from", LocalDate.class),
        Rung.valueOf(row.getString("rung")),
        row.getString("number"),
        row.getString("title"),
        holders);
  }
}
