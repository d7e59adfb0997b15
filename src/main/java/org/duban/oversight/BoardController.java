package org.duban.oversight;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.directory.Directory;
import org.duban.escalation.Light;
import org.duban.programme.MilestoneState;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The board: counts by light, state and department. */
@RestController
@RequestMapping("/api/v1/board")
class BoardController {

  /**
   * Milestones in the caller's reach. The periods of a rhythm count, the rhythm itself doesn't.
   *
   * @param lights open milestones by light
   * @param states all milestones by state
   * @param departments what each department has in hand, by light; those that hold nothing are left
   *     out
   */
  record Board(
      Instant at,
      Map<Light, Long> lights,
      Map<MilestoneState, Long> states,
      List<DepartmentCount> departments) {}

  record DepartmentCount(String department, String name, Map<Light, Long> holding) {}

  private static final String OBLIGATIONS =
      "from milestone_overview o where o.due is not null and " + Reach.CONDITION;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final Clock clock;

  BoardController(JdbcClient jdbc, Directory directory, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping
  Board board() {
    Caller caller = Caller.current();
    Map<Light, Long> lights = zeros(Light.class);
    Map<MilestoneState, Long> states = zeros(MilestoneState.class);
    Reach.ask(
            jdbc,
            "select o.light, o.state, count(*) " + OBLIGATIONS + "group by o.light, o.state",
            caller)
        .query(
            row -> {
              MilestoneState state = MilestoneState.valueOf(row.getString(2));
              states.merge(state, row.getLong(3), Long::sum);
              if (state.open()) {
                lights.merge(Light.valueOf(row.getString(1)), row.getLong(3), Long::sum);
              }
            });
    return new Board(clock.instant(), lights, states, departments(caller));
  }

  private List<DepartmentCount> departments(Caller caller) {
    Map<String, Map<Light, Long>> counts = new LinkedHashMap<>();
    Reach.ask(
            jdbc,
            "select h.holder, o.light, count(*) from (select o.* "
                + OBLIGATIONS
                + ") o cross join lateral unnest(o.waiting_for) as h(holder)"
                + " group by h.holder, o.light order by h.holder",
            caller)
        .query(
            row -> {
              counts
                  .computeIfAbsent(row.getString(1), holder -> zeros(Light.class))
                  .put(Light.valueOf(row.getString(2)), row.getLong(3));
            });
    List<DepartmentCount> departments = new ArrayList<>();
    counts.forEach(
        (holder, count) ->
            departments.add(new DepartmentCount(holder, directory.nameOf(holder), count)));
    return departments;
  }

  private static <E extends Enum<E>> Map<E, Long> zeros(Class<E> type) {
    Map<E, Long> zeros = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      zeros.put(value, 0L);
    }
    return zeros;
  }
}
