package org.duban.oversight.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duban.DubanTest;
import org.duban.escalation.Light;
import org.duban.escalation.OwnTerm;
import org.duban.oversight.Standing;
import org.duban.oversight.board.Board;
import org.duban.oversight.board.BoardFigures;
import org.duban.oversight.board.BoardFilter;
import org.duban.oversight.milestone.Attribution;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.oversight.milestone.Overview;
import org.duban.programme.Role;
import org.duban.security.Caller;
import org.duban.workflow.InventedYear;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The board's kept figures against a count of every milestone, one by one, while a year goes by.
 */
@DubanTest
class TallyTest {

  private static final Caller LEADER = new Caller("leader", Set.of("leader"));
  private static final Caller TRADE_UNION = new Caller("zgh", Set.of("department-zgh"));

  @Autowired private InventedYear year;
  @Autowired private Tally tally;
  @Autowired private BoardFigures figures;
  @Autowired private Overview overview;
  @Autowired private Attribution attribution;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  private int times;
  private Map<String, LocalDate> closed;
  private boolean somethingLate;

  @Test
  void everyFigureAgreesWithAFreshCountAllYearLong() {
    year.live(
        2021,
        () -> {
          agrees(LEADER);
          if (times++ % 3 == 0) {
            tally.fold();
            assertThat(rows("untallied")).isZero();
            agrees(LEADER);
            nothingIsLeftOver();
          }
          agrees(TRADE_UNION);
        });
    assertThat(somethingLate).as("the year was no idyll").isTrue();
  }

  private void nothingIsLeftOver() {
    assertThat(rows("(select * from tally where n < 1) x")).isZero();
    assertThat(rows("tallied"))
        .isEqualTo(rows("(select 1 from milestone where due is not null) x"));
    assertThat(
            jdbc.sql("select sum(n) from tally where programme_id = '' and part = 'ALL'")
                .query(Long.class)
                .single())
        .isEqualTo(rows("tallied"));
  }

  private long rows(String from) {
    return jdbc.sql("select count(*) from " + from).query(Long.class).single();
  }

  private void agrees(Caller caller) {
    closed = closedDays();
    List<MilestoneRow> owed =
        overview.list(MilestoneFilter.ANY, 0, 1000, caller).content().stream()
            .filter(row -> row.due() != null)
            .toList();
    Board board = figures.of(new BoardFilter(null, null, null, 2021), 0, caller);

    assertThat(board.lights()).isEqualTo(lights(owed, row -> row.state().open()));
    assertThat(board.standings()).isEqualTo(standings(owed));
    somethingLate |= board.standings().get(Standing.LATE) > 0;
    assertThat(board.programmes().content())
        .allSatisfy(one -> assertThat(one.standings()).isEqualTo(standings(owed)));
    for (Board.KindCount kind : board.kinds()) {
      assertThat(kind.standings())
          .isEqualTo(standings(owed.stream().filter(row -> row.kind() == kind.kind()).toList()));
    }
    Map<String, Set<String>> leads = leads();
    for (Board.LeadCount lead : board.leads()) {
      List<MilestoneRow> its =
          owed.stream()
              .filter(row -> leads.get(row.project()).contains(lead.department()))
              .toList();
      assertThat(lead.standings()).as(lead.name()).isEqualTo(standings(its));
      for (Board.Month month : lead.months()) {
        Map<Standing, Long> standings =
            standings(
                its.stream()
                    .filter(row -> row.due().toString().startsWith(month.month()))
                    .toList());
        standings.put(Standing.WITHDRAWN, 0L);
        assertThat(month.standings()).as(lead.name() + month.month()).isEqualTo(standings);
      }
    }
    assertThat(
            board.departments().stream()
                .collect(
                    Collectors.toMap(
                        Board.DepartmentCount::department, Board.DepartmentCount::holding)))
        .isEqualTo(
            owed.stream()
                .flatMap(row -> row.waitingFor().stream())
                .distinct()
                .collect(
                    Collectors.toMap(
                        holder -> holder,
                        holder -> lights(owed, row -> row.waitingFor().contains(holder)))));
    for (int level = 1; level <= 3; level++) {
      int on = level;
      assertThat(board.ladder().levels().get(level))
          .isEqualTo(owed.stream().filter(row -> row.state().open() && row.level() == on).count());
    }
    assertThat(board.pastDue())
        .isEqualTo(
            new Board.PastDue(
                owed.stream().filter(row -> row.daysOverdue() > 0).count(),
                owed.stream()
                    .filter(row -> row.state().open() && row.daysPastOriginal() > 0)
                    .count(),
                standings(owed).get(Standing.LATE),
                owed.stream()
                    .filter(row -> !row.state().open() && row.daysPastOriginal() > 0)
                    .count()));
    assertThat(board.nextDue().stream().map(next -> next.due() + " " + next.count()).toList())
        .isEqualTo(nextDue(owed));
    daysAgree(owed, board.attribution());
    supportersAgree(board);
  }

  private static void supportersAgree(Board board) {
    Set<String> late =
        board.attribution().late(Role.SUPPORT).stream()
            .map(Board.UnitDays::unit)
            .collect(Collectors.toSet());
    Map<String, Map<Light, Long>> open =
        board.terms().stream()
            .filter(term -> term.term() == OwnTerm.SIGN_OFF)
            .flatMap(term -> term.holders().stream())
            .collect(Collectors.toMap(Board.TermHolder::department, Board.TermHolder::lights));
    Set<String> rows = new HashSet<>();
    for (Board.SupportCount one : board.supports()) {
      rows.add(one.department());
      if (open.containsKey(one.department())) {
        assertThat(one.lights()).as(one.name()).isEqualTo(open.get(one.department()));
      }
      assertThat(one.pastDue() > 0).as(one.name()).isEqualTo(late.contains(one.department()));
    }
    assertThat(rows).containsAll(late).containsAll(open.keySet());
  }

  private List<String> nextDue(List<MilestoneRow> owed) {
    return owed.stream()
        .filter(row -> standing(row) == Standing.ON_TRACK)
        .collect(Collectors.groupingBy(MilestoneRow::due, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .limit(8)
        .map(one -> one.getKey() + " " + one.getValue())
        .toList();
  }

  private void daysAgree(List<MilestoneRow> owed, Board.HeldTotals totals) {
    Map<String, Long> units = new HashMap<>();
    Map<Role, Long> roles = new EnumMap<>(Role.class);
    for (MilestoneRow row : owed) {
      for (Attribution.Share share : attribution.of(row)) {
        long[] of = {share.workingDays(), share.pastDueWorkingDays()};
        units.merge(share.holder() + share.role() + "held", of[0], Long::sum);
        units.merge(share.holder() + share.role() + "past", of[1], Long::sum);
        roles.merge(share.role(), of[0], Long::sum);
      }
    }
    units.values().removeIf(days -> days == 0);
    Map<String, Long> kept = new HashMap<>();
    for (Board.UnitDays unit : totals.units()) {
      kept.put(unit.unit() + unit.role() + "held", unit.held());
      kept.put(unit.unit() + unit.role() + "past", unit.pastDue());
    }
    kept.values().removeIf(days -> days == 0);
    assertThat(kept).isEqualTo(units);
    assertThat(totals.roles())
        .allSatisfy(role -> assertThat(role.held()).isEqualTo(roles.getOrDefault(role.role(), 0L)));
  }

  private Map<String, Set<String>> leads() {
    Map<String, Set<String>> leads = new HashMap<>();
    jdbc.sql("select project_id, department_code from assignment where role = 'LEAD'")
        .query(
            row -> {
              leads.computeIfAbsent(row.getString(1), any -> new HashSet<>()).add(row.getString(2));
            });
    return leads;
  }

  private static Map<Light, Long> lights(List<MilestoneRow> rows, Predicate<MilestoneRow> wanted) {
    Map<Light, Long> lights = new EnumMap<>(Light.class);
    for (Light light : Light.values()) {
      lights.put(light, rows.stream().filter(wanted).filter(row -> row.light() == light).count());
    }
    return lights;
  }

  private Map<Standing, Long> standings(List<MilestoneRow> rows) {
    Map<Standing, Long> standings = new EnumMap<>(Standing.class);
    for (Standing standing : Standing.values()) {
      standings.put(standing, rows.stream().filter(row -> standing(row) == standing).count());
    }
    return standings;
  }

  private Standing standing(MilestoneRow row) {
    return Standing.of(row.state(), row.due(), closed.get(row.id()), LocalDate.now(clock));
  }

  private Map<String, LocalDate> closedDays() {
    Map<String, LocalDate> days = new HashMap<>();
    jdbc.sql("select id, closed_at from milestone where state = 'CLOSED'")
        .query(
            row -> {
              days.put(
                  row.getString(1),
                  LocalDate.ofInstant(row.getTimestamp(2).toInstant(), clock.getZone()));
            });
    return days;
  }
}
