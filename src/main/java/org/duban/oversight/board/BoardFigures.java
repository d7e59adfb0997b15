package org.duban.oversight.board;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.escalation.Light;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.Standing;
import org.duban.oversight.board.BoardCounts.Row;
import org.duban.oversight.counter.Tally;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.oversight.milestone.Owed;
import org.duban.oversight.milestone.PageOf;
import org.duban.oversight.milestone.Reach;
import org.duban.programme.MilestoneState;
import org.duban.programme.Role;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Computes the board from the tally. */
@Component
public class BoardFigures {

  private static final int PROGRAMMES = 20;
  private static final int NEXT_DAYS = 8;
  private static final int LEVEL_3 = 10;

  private final Tally tally;
  private final HeldFigures held;
  private final TermFigures terms;
  private final SignOffFigures signOffs;
  private final JdbcClient jdbc;
  private final Directory directory;
  private final WorkingCalendar calendar;
  private final Clock clock;

  BoardFigures(
      Tally tally,
      HeldFigures held,
      TermFigures terms,
      SignOffFigures signOffs,
      JdbcClient jdbc,
      Directory directory,
      WorkingCalendar calendar,
      Clock clock) {
    this.tally = tally;
    this.held = held;
    this.terms = terms;
    this.signOffs = signOffs;
    this.jdbc = jdbc;
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * @param page of the programmes, from 0
   */
  public Board of(BoardFilter filter, int page, Caller caller) {
    return tally.atOneMoment(caller, moment -> board(moment, filter, page));
  }

  /** To what the caller can narrow the board. */
  Board.Choices choices(Caller caller) {
    BoardFilter whole = BoardFilter.of(null, null, null, null, clock);
    return tally.atOneMoment(
        caller,
        moment ->
            new Board.Choices(
                programmes(moment, whole, 0),
                leads(counts(moment, whole, "LEAD"), Board.HeldTotals.NONE, whole.year())));
  }

  private Board board(Tally.Moment moment, BoardFilter filter, int page) {
    LocalDate today = LocalDate.now(clock);
    BoardCounts all = counts(moment, filter, filter.part());
    Board.HeldTotals days = held.of(moment, filter);
    return new Board(
        clock.instant(),
        today,
        filter.year(),
        all.lights(),
        all.by(MilestoneState.class, Row::state),
        all.standings(),
        departments(counts(moment, filter, "HOLDER")),
        kinds(all),
        programmes(moment, filter, page),
        leads(counts(moment, filter, "LEAD"), days, filter.year()),
        signOffs.of(filter, moment.caller(), days),
        months(all, filter.year()),
        nextDue(moment, filter, today),
        new Board.LadderState(levels(all), levelThree(moment, filter)),
        pastDue(all),
        days,
        terms.of(filter, moment.caller()));
  }

  private BoardCounts counts(Tally.Moment moment, BoardFilter filter, String part) {
    return counts(moment, List.of(filter.counted()), part, filter);
  }

  private BoardCounts counts(
      Tally.Moment moment, List<String> programmes, String part, BoardFilter filter) {
    return BoardCounts.read(moment, programmes, part, filter, LocalDate.now(clock));
  }

  private List<Board.DepartmentCount> departments(BoardCounts holders) {
    return units(holders).stream()
        .map(
            unit ->
                new Board.DepartmentCount(
                    unit,
                    directory.nameOf(unit),
                    holders.where(row -> row.unit().equals(unit)).lights()))
        .toList();
  }

  private static List<String> units(BoardCounts counts) {
    return counts.rows().stream().map(Row::unit).distinct().toList();
  }

  private static List<Board.KindCount> kinds(BoardCounts all) {
    return List.of(MilestoneKind.values()).stream()
        .map(kind -> Map.entry(kind, all.where(row -> row.kind() == kind)))
        .map(
            one ->
                new Board.KindCount(
                    one.getKey(), one.getValue().lights(), one.getValue().standings()))
        .toList();
  }

  private PageOf<Board.ProgrammeCount> programmes(
      Tally.Moment moment, BoardFilter filter, int page) {
    String from =
        """
        from programme p
        where (:programme::text is null or p.id = :programme) and sent_out(p)
          and (:all or exists (select 1 from project j join assignment a on a.project_id = j.id
                               where j.programme_id = p.id and sent_out(j)
                                 and a.department_code = any(:departments)))
        """;
    Map<String, String> titles = new LinkedHashMap<>();
    Reach.ask(
            jdbc,
            "select p.id, p.title "
                + from
                + "order by p.registered_at desc, p.id limit :size offset :offset",
            moment.caller())
        .param("programme", filter.programme(), Types.VARCHAR)
        .param("size", PROGRAMMES)
        .param("offset", (long) page * PROGRAMMES)
        .query(
            row -> {
              titles.put(row.getString(1), row.getString(2));
            });
    long total =
        Reach.ask(jdbc, "select count(*) " + from, moment.caller())
            .param("programme", filter.programme(), Types.VARCHAR)
            .query(Long.class)
            .single();
    BoardCounts counts = counts(moment, List.copyOf(titles.keySet()), filter.part(), filter);
    List<Board.ProgrammeCount> rows = new ArrayList<>();
    titles.forEach(
        (id, title) -> {
          BoardCounts its = counts.where(row -> row.programme().equals(id));
          rows.add(new Board.ProgrammeCount(id, title, its.lights(), its.standings()));
        });
    return new PageOf<>(rows, page, PROGRAMMES, total);
  }

  /** Whoever leads something, or had something past its day that others lead now. */
  private List<Board.LeadCount> leads(BoardCounts leads, Board.HeldTotals days, int year) {
    return Stream.concat(
            units(leads).stream(), days.late(Role.LEAD).stream().map(Board.UnitDays::unit))
        .distinct()
        .map(unit -> lead(unit, leads.where(row -> row.unit().equals(unit)), year))
        .sorted(
            Comparator.comparing((Board.LeadCount one) -> one.standings().get(Standing.BEHIND))
                .thenComparing(one -> one.lights().get(Light.YELLOW))
                .reversed()
                .thenComparing(Board.LeadCount::department))
        .toList();
  }

  private Board.LeadCount lead(String unit, BoardCounts its, int year) {
    return new Board.LeadCount(
        unit, directory.nameOf(unit), its.lights(), its.standings(), months(its, year));
  }

  private static List<Board.Month> months(BoardCounts counts, int year) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> "%04d-%02d".formatted(year, month))
        .map(month -> month(month, counts.where(row -> row.month().equals(month))))
        .toList();
  }

  private static Board.Month month(String month, BoardCounts counts) {
    BoardCounts owed = counts.where(row -> row.standing() != Standing.WITHDRAWN);
    Map<Standing, Long> standings = owed.standings();
    return new Board.Month(
        month,
        owed.count(),
        standings,
        Standing.worst(standings),
        worstLight(owed.where(Row::open)));
  }

  private static Light worstLight(BoardCounts counts) {
    return counts.rows().stream().map(Row::light).max(Comparator.naturalOrder()).orElse(null);
  }

  private List<Board.NextDue> nextDue(Tally.Moment moment, BoardFilter filter, LocalDate today) {
    return moment
        .counts(
            """
            select due, sum(n)::bigint as n, max(light) as light
            from (select c.due, array_position(array['GREEN', 'YELLOW', 'RED'], c.light) as light, sum(c.n) as n
            """,
            """
                  where c.programme_id = :programme and c.part = :part and (:unit::text is null or c.unit = :unit)
                    and (:kind::text is null or c.kind = :kind)
                    and c.state in ('PLANNED', 'REPORTING', 'SIGN_OFF', 'REVIEW') and c.due >= :today
                  group by 1, 2 having sum(c.n) > 0) on_day
            group by due order by due limit :most
            """)
        .param("programme", filter.counted())
        .param("part", filter.part())
        .param("unit", filter.department(), Types.VARCHAR)
        .param("kind", filter.kindName(), Types.VARCHAR)
        .param("today", today, Types.DATE)
        .param("most", NEXT_DAYS)
        .query(
            (row, n) -> {
              LocalDate due = row.getObject("due", LocalDate.class);
              return new Board.NextDue(
                  due,
                  row.getLong("n"),
                  Light.values()[row.getInt("light") - 1],
                  calendar.workingDaysBetween(today, due));
            })
        .list();
  }

  private static Map<Integer, Long> levels(BoardCounts all) {
    Map<Integer, Long> levels = new LinkedHashMap<>();
    for (int level = 1; level <= 3; level++) {
      int on = level;
      levels.put(level, all.where(row -> row.open() && row.level() == on).count());
    }
    return levels;
  }

  private List<MilestoneRow> levelThree(Tally.Moment moment, BoardFilter filter) {
    StatementSpec asked =
        Reach.ask(
            jdbc,
            "select o.* from watch t join milestone_overview o on o.id = t.milestone_id"
                + " where t.level = 3 and t.term = 'MILESTONE' and "
                + Reach.CONDITION
                + """
                  and %s
                  and (:programme::text is null or o.programme_id = :programme)
                  and (:kind::text is null or o.kind = :kind)
                  and (:lead::text is null or exists (select 1 from assignment l where l.project_id = o.project_id
                       and l.role = 'LEAD' and l.department_code = :lead))
                order by t.due, t.milestone_id limit :most
                """
                    .formatted(Owed.of("o")),
            moment.caller());
    return asked
        .param("programme", filter.programme(), Types.VARCHAR)
        .param("kind", filter.kindName(), Types.VARCHAR)
        .param("lead", filter.department(), Types.VARCHAR)
        .param("most", LEVEL_3)
        .query((row, n) -> MilestoneRow.read(row, clock))
        .list();
  }

  private static Board.PastDue pastDue(BoardCounts all) {
    return new Board.PastDue(
        all.where(row -> row.standing() == Standing.BEHIND).count(),
        all.where(row -> row.open() && row.pastOriginal()).count(),
        all.where(row -> row.standing() == Standing.LATE).count(),
        all.where(Row::closedAfterOriginal).count());
  }
}
