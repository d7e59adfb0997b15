package org.duban.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.programme.MilestoneState;

/**
 * How a dated milestone stands on a day, in the terms of a bulletin. The due day in force counts,
 * and is still in time; for what was closed the day of closing is compared with it.
 */
public enum Standing {
  AHEAD("提前完成"),
  ON_TIME("按期完成"),
  LATE("逾期完成"),
  ON_TRACK("正常推进"),
  BEHIND("滞后"),
  SUSPENDED("中止计时"),
  WITHDRAWN("已撤销");

  /**
   * The same as {@link #of} in SQL, for a row {@code o} of the overview; needs {@code :today} and
   * {@code :zone}.
   */
  public static final String CASE =
      """
      case when o.state = 'WITHDRAWN' then 'WITHDRAWN'
           when o.state = 'SUSPENDED' then 'SUSPENDED'
           when o.state = 'CLOSED' then
             case when (o.closed_at at time zone :zone)::date < o.due then 'AHEAD'
                  when (o.closed_at at time zone :zone)::date = o.due then 'ON_TIME'
                  else 'LATE' end
           when o.due < :today then 'BEHIND'
           else 'ON_TRACK' end
      """;

  /** The same for a row {@code c} of the tally; needs {@code :today}. */
  public static final String COUNTED =
      """
      case when c.state in ('WITHDRAWN', 'SUSPENDED') then c.state
           when c.state = 'CLOSED' then case c.met when -1 then 'AHEAD' when 0 then 'ON_TIME' else 'LATE' end
           when c.due < :today then 'BEHIND'
           else 'ON_TRACK' end
      """;

  private static final List<Standing> WORST_FIRST =
      List.of(BEHIND, ON_TRACK, SUSPENDED, LATE, ON_TIME, AHEAD);

  private final String label;

  Standing(String label) {
    this.label = label;
  }

  /**
   * @param closedOn needed for {@link MilestoneState#CLOSED} only
   */
  public static Standing of(
      MilestoneState state, LocalDate due, LocalDate closedOn, LocalDate today) {
    return switch (state) {
      case WITHDRAWN -> WITHDRAWN;
      case SUSPENDED -> SUSPENDED;
      case CLOSED -> closedOn.isBefore(due) ? AHEAD : closedOn.isEqual(due) ? ON_TIME : LATE;
      case PLANNED, REPORTING, SIGN_OFF, REVIEW -> due.isBefore(today) ? BEHIND : ON_TRACK;
    };
  }

  /** The worst of those that are counted; null where nothing is, or only what was withdrawn. */
  public static Standing worst(Map<Standing, Long> standings) {
    return WORST_FIRST.stream().filter(one -> standings.get(one) > 0).findFirst().orElse(null);
  }

  public String label() {
    return label;
  }

  /** Whether it is over and delivered, in time or not. */
  public boolean done() {
    return this == AHEAD || this == ON_TIME || this == LATE;
  }
}
