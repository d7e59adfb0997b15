package org.duban.oversight;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What every figure is compared with: how each obligation of a programme stood at an instant, from
 * the trail and from what was registered (first due days, departments), by no class of the program.
 * It knows what happens in a rehearsed year, and refuses to guess at anything else.
 *
 * <p>Figures are read from the words of the reports, so only those of {@code
 * RehearsedYear.narrative} are known.
 */
@TestComponent
public class TrailReference {

  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** Days that count for one who had it in hand: all, and those after the day in force. */
  public record Days(String holder, String role, int workingDays, int pastDue) {}

  /**
   * A time on the third level of any of its ladders.
   *
   * @param liftedOn null while it lasts
   */
  public record Blame(LocalDate since, LocalDate liftedOn) {}

  /**
   * An answer to those who asked for more time.
   *
   * @param newDue null when it was refused
   */
  public record Answer(Instant at, LocalDate newDue) {}

  /**
   * An obligation at that instant.
   *
   * @param light GREEN, YELLOW or RED while it is owed; null else
   * @param standing name of the standing: AHEAD, ON_TIME, LATE, ON_TRACK, BEHIND, SUSPENDED or
   *     WITHDRAWN
   * @param level highest level of its own ladder while it is owed, 0 when it's over
   * @param highestLevel the same whatever became of it since
   * @param extensionDays calendar days that approved extensions gave
   * @param figures those of the last report filed by anyone, by commitment number
   * @param reportedAt when that was, null before
   * @param accepted those of the report with which it was closed; empty unless it is closed
   * @param returns how often the office sent a report back
   */
  public record Obligation(
      String id,
      String project,
      int ordinal,
      String kind,
      LocalDate originalDue,
      LocalDate due,
      String state,
      String standing,
      String light,
      LocalDate closedOn,
      int level,
      int highestLevel,
      long extensionDays,
      List<Blame> blames,
      List<Answer> answers,
      Integer percent,
      Map<Integer, BigDecimal> figures,
      Instant reportedAt,
      Map<Integer, BigDecimal> accepted,
      int returns,
      List<String> leads,
      List<String> waitingFor,
      List<Days> held) {}

  record Happened(
      String project, String milestone, String what, String department, Instant at, String detail) {

    LocalDate day() {
      return LocalDate.ofInstant(at, SHANGHAI);
    }
  }

  private final JdbcClient jdbc;
  private final DaysOfWork calendar = new DaysOfWork();

  TrailReference(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order of their projects and dates; the periods of a rhythm once they were opened. */
  public List<Obligation> at(String programme, Instant instant) {
    List<TrailedMilestone> milestones = registered(programme);
    Map<String, List<TrailedMilestone>> ofProject = new HashMap<>();
    Map<String, TrailedMilestone> byId = new LinkedHashMap<>();
    for (TrailedMilestone one : milestones) {
      byId.put(one.id(), one);
      ofProject.computeIfAbsent(one.project(), any -> new ArrayList<>()).add(one);
    }
    for (Happened happened : trail(programme, instant)) {
      if (happened.milestone() != null) {
        TrailedMilestone one = byId.get(happened.milestone());
        if (one != null) {
          one.take(happened);
        }
      } else if (happened.project() != null) {
        ofProject
            .getOrDefault(happened.project(), List.of())
            .forEach(one -> one.takeOfProject(happened, ofProject.get(happened.project())));
      }
    }
    LocalDate today = LocalDate.ofInstant(instant, SHANGHAI);
    return milestones.stream()
        .filter(TrailedMilestone::there)
        .map(one -> one.seenOn(today))
        .toList();
  }

  private List<Happened> trail(String programme, Instant instant) {
    return jdbc.sql(
            """
            select project_id, milestone_id, what, on_behalf_of, at, detail from trail
            where programme_id = :programme and at <= :instant order by id
            """)
        .param("programme", programme)
        .param("instant", instant.atZone(SHANGHAI).toOffsetDateTime())
        .query(
            (row, n) ->
                new Happened(
                    row.getString("project_id"),
                    row.getString("milestone_id"),
                    row.getString("what"),
                    row.getString("on_behalf_of"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("detail")))
        .list();
  }

  private List<TrailedMilestone> registered(String programme) {
    return jdbc.sql(
            """
            select m.id, m.project_id, p.ordinal, m.kind, m.original_due, m.rhythm_id is not null as period,
                   array(select a.department_code from assignment a where a.project_id = p.id and a.role = 'LEAD'
                         order by a.position) as leads,
                   array(select a.department_code from assignment a
                         where a.project_id = p.id and a.role = 'SUPPORT' and a.signs_off order by a.position) as signers
            from milestone m join project p on p.id = m.project_id
            where p.programme_id = :programme and m.original_due is not null
            order by p.ordinal, m.original_due, m.id
            """)
        .param("programme", programme)
        .query((row, n) -> milestone(row))
        .list();
  }

  private TrailedMilestone milestone(ResultSet row) throws SQLException {
    return new TrailedMilestone(
        row.getString("id"),
        row.getString("project_id"),
        row.getInt("ordinal"),
        row.getString("kind"),
        row.getObject("original_due", LocalDate.class),
        row.getBoolean("period"),
        List.of((String[]) row.getArray("leads").getArray()),
        List.of((String[]) row.getArray("signers").getArray()),
        calendar);
  }
}
