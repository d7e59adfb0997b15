package org.duban.oversight.board;

import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.duban.escalation.Light;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.Standing;
import org.duban.oversight.counter.Tally;
import org.duban.programme.MilestoneState;

/**
 * Rows of the tally, grouped no further than the board needs them.
 *
 * @param rows of one part of the tally
 */
record BoardCounts(List<Row> rows) {

  /**
   * So many obligations that are alike.
   *
   * @param unit lead department, holder, or empty
   * @param month in which they are due, as 2021-06
   * @param pastOriginal whether the day that was published is over
   * @param closedAfterOriginal whether they were closed after that day
   */
  record Row(
      String programme,
      String unit,
      MilestoneKind kind,
      String month,
      MilestoneState state,
      Light light,
      int level,
      Standing standing,
      boolean pastOriginal,
      boolean closedAfterOriginal,
      long n) {

    boolean open() {
      return state.open();
    }
  }

  private static final String SELECT =
      "select c.programme_id as programme, c.unit, c.kind, to_char(c.due, 'YYYY-MM') as month, c.state,"
          + " c.light, c.level, "
          + Standing.COUNTED
          + " as standing, c.original_due < :today as past_original, c.met_original > 0 as"
          + " closed_after_original, sum(c.n)::bigint as n";

  private static final String REST =
      """
      where c.programme_id = any(:programmes) and c.part = :part and (:unit::text is null or c.unit = :unit)
        and (:kind::text is null or c.kind = :kind)
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
      having sum(c.n) <> 0
      order by 2
      """;

  static BoardCounts read(
      Tally.Moment moment,
      List<String> programmes,
      String part,
      BoardFilter filter,
      LocalDate today) {
    return new BoardCounts(
        moment
            .counts(SELECT, REST)
            .param("today", today, Types.DATE)
            .param("programmes", programmes.toArray(String[]::new))
            .param("part", part)
            .param("unit", filter.department(), Types.VARCHAR)
            .param("kind", filter.kindName(), Types.VARCHAR)
            .query(Row.class)
            .list());
  }

  BoardCounts where(Predicate<Row> wanted) {
    return new BoardCounts(rows.stream().filter(wanted).toList());
  }

  long count() {
    return rows.stream().mapToLong(Row::n).sum();
  }

  /** Of the open ones only. */
  Map<Light, Long> lights() {
    return where(Row::open).by(Light.class, Row::light);
  }

  Map<Standing, Long> standings() {
    return by(Standing.class, Row::standing);
  }

  <E extends Enum<E>> Map<E, Long> by(Class<E> type, Function<Row, E> key) {
    Map<E, Long> counts = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      counts.put(value, 0L);
    }
    rows.forEach(row -> counts.merge(key.apply(row), row.n(), Long::sum));
    return counts;
  }
}
