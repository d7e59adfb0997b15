package org.duban.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duban.DubanTest;
import org.duban.oversight.TrailReference.Days;
import org.duban.oversight.TrailReference.Obligation;
import org.duban.oversight.board.Board;
import org.duban.oversight.board.BoardFigures;
import org.duban.oversight.board.BoardFilter;
import org.duban.oversight.ledger.Ledger;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.oversight.score.ScorePeriod;
import org.duban.oversight.score.Scores;
import org.duban.programme.Role;
import org.duban.security.Caller;
import org.duban.workflow.Office;
import org.duban.workflow.RehearsedYear;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every figure that managers read of a rehearsed year is the one that the trail gives. */
@DubanTest
class YearInFiguresTest {

  private static final Map<String, String> LIGHTS =
      Map.of("GREEN", "绿灯", "YELLOW", "黄灯", "RED", "红灯");

  @Autowired private RehearsedYear year;
  @Autowired private TrailReference reference;
  @Autowired private BoardFigures figures;
  @Autowired private Ledger ledger;
  @Autowired private Scores scores;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  private List<Obligation> trailed;

  @BeforeEach
  void itHasRun() {
    String programme = year.run().id();
    trailed = reference.at(programme, Office.at(RehearsedYear.END));
  }

  // ---- board

  @Test
  void theBoardCountsWhatTheTrailCounts() {
    Board board = board();

    assertThat(named(board.standings())).isEqualTo(counted(trailed, Obligation::standing));
    assertThat(named(board.states())).isEqualTo(counted(trailed, Obligation::state));
    assertThat(board.pastDue().present()).isEqualTo(count(one -> one.standing().equals("BEHIND")));
    assertThat(board.pastDue().original())
        .isEqualTo(count(one -> owed(one) && one.originalDue().isBefore(today())));
    assertThat(board.pastDue().closedAfterPresent())
        .isEqualTo(count(one -> one.standing().equals("LATE")));
    assertThat(board.pastDue().closedAfterOriginal())
        .isEqualTo(
            count(one -> one.closedOn() != null && one.closedOn().isAfter(one.originalDue())));
  }

  @Test
  void theHeatMapCountsEachLeadsMonths() {
    Map<String, Map<String, Long>> expected = new TreeMap<>();
    for (Obligation one : trailed) {
      if (one.due().getYear() == 2021 && !one.standing().equals("WITHDRAWN")) {
        for (String lead : one.leads()) {
          expected
              .computeIfAbsent(lead, any -> new TreeMap<>())
              .merge(YearMonth.from(one.due()).toString(), 1L, Long::sum);
        }
      }
    }
    Map<String, Map<String, Long>> shown = new TreeMap<>();
    for (Board.LeadCount lead : board().leads()) {
      for (Board.Month month : lead.months()) {
        if (month.due() > 0) {
          shown
              .computeIfAbsent(lead.department(), any -> new TreeMap<>())
              .put(month.month(), month.due());
        }
      }
    }
    assertThat(shown).isEqualTo(expected);
  }

  @Test
  void theLightsAreThoseOfTheTrailForEachKindLeadAndProgramme() {
    Board board = board();

    assertThat(named(board.lights())).isEqualTo(lights(trailed));
    assertThat(lights(trailed)).containsKeys("RED", "GREEN");
    for (Board.KindCount kind : board.kinds()) {
      List<Obligation> its =
          trailed.stream().filter(one -> one.kind().equals(kind.kind().name())).toList();
      assertThat(named(kind.lights())).as(kind.kind().name()).isEqualTo(lights(its));
      assertThat(named(kind.standings()))
          .as(kind.kind().name())
          .isEqualTo(counted(its, Obligation::standing));
    }
    for (Board.LeadCount lead : board.leads()) {
      List<Obligation> its =
          trailed.stream().filter(one -> one.leads().contains(lead.department())).toList();
      assertThat(named(lead.lights())).as(lead.name()).isEqualTo(lights(its));
      assertThat(named(lead.standings()))
          .as(lead.name())
          .isEqualTo(counted(its, Obligation::standing));
    }
    Board.ProgrammeCount programme = board.programmes().content().get(0);
    assertThat(named(programme.lights())).isEqualTo(lights(trailed));
    assertThat(named(programme.standings())).isEqualTo(counted(trailed, Obligation::standing));
  }

  @Test
  void whatEachUnitHasInHandIsWhatWaitsForItOnTheTrail() {
    Map<String, Map<String, Long>> expected = new TreeMap<>();
    for (Obligation one : trailed) {
      for (String unit : one.light() == null ? List.<String>of() : one.waitingFor()) {
        expected.computeIfAbsent(unit, any -> new TreeMap<>()).merge(one.light(), 1L, Long::sum);
      }
    }
    Map<String, Map<String, Long>> shown = new TreeMap<>();
    board().departments().forEach(one -> shown.put(one.department(), named(one.holding())));
    assertThat(shown).isEqualTo(expected);
  }

  @Test
  void theYearsMonthsAndTheNextDaysAreThoseOfTheTrail() {
    for (Board.Month month : board().timeline()) {
      List<Obligation> due =
          trailed.stream()
              .filter(one -> YearMonth.from(one.due()).toString().equals(month.month()))
              .filter(one -> !one.standing().equals("WITHDRAWN"))
              .toList();
      assertThat(month.due()).as(month.month()).isEqualTo(due.size());
      assertThat(named(month.standings()))
          .as(month.month())
          .isEqualTo(counted(due, Obligation::standing));
    }
    Map<LocalDate, Long> next = new TreeMap<>();
    trailed.stream()
        .filter(one -> one.light() != null && !one.due().isBefore(today()))
        .forEach(one -> next.merge(one.due(), 1L, Long::sum));
    assertThat(
            board().nextDue().stream()
                .collect(Collectors.toMap(Board.NextDue::due, Board.NextDue::count)))
        .isEqualTo(next)
        .isNotEmpty();
  }

  @Test
  void theLadderStandsWhereTheTrailLeftIt() {
    Board.LadderState ladder = board().ladder();

    for (int level = 1; level <= 3; level++) {
      int its = level;
      assertThat(ladder.levels().getOrDefault(level, 0L))
          .as("level " + level)
          .isEqualTo(count(one -> owed(one) && one.level() == its));
    }
    assertThat(ladder.level3().stream().map(MilestoneRow::id))
        .containsExactlyInAnyOrderElementsOf(
            trailed.stream()
                .filter(one -> owed(one) && one.level() == 3)
                .map(Obligation::id)
                .toList());
  }

  @Test
  void everyonesDaysAreTheirsOnTheBoard() {
    Map<String, Long> expected = new TreeMap<>();
    for (Obligation one : trailed) {
      for (Days days : one.held()) {
        expected.merge(
            days.holder() + " " + days.role() + " held", (long) days.workingDays(), Long::sum);
        expected.merge(
            days.holder() + " " + days.role() + " late", (long) days.pastDue(), Long::sum);
      }
    }
    expected.values().removeIf(days -> days == 0);
    Map<String, Long> shown = new TreeMap<>();
    for (Board.UnitDays unit : board().attribution().units()) {
      shown.put(unit.unit() + " " + unit.role() + " held", unit.held());
      shown.put(unit.unit() + " " + unit.role() + " late", unit.pastDue());
    }
    shown.values().removeIf(days -> days == 0);
    assertThat(shown).isEqualTo(expected);
  }

  private Board board() {
    return figures.of(new BoardFilter(null, null, null, 2021), 0, Caller.system());
  }

  // ---- ledger

  @Test
  void theLedgersRowsAreTheTrails() throws Exception {
    List<Map<String, Cell>> rows = rows();
    assertThat(rows).hasSameSizeAs(trailed);
    for (Obligation one : trailed) {
      Map<String, Cell> row =
          rows.stream()
              .filter(each -> each.get("序号").getNumericCellValue() == one.ordinal())
              .filter(each -> day(each.get("原定期限")).equals(one.originalDue()))
              .findFirst()
              .orElseThrow();
      assertThat(day(row.get("现定期限"))).as(one.id()).isEqualTo(one.due());
      assertThat(day(row.get("办结日期"))).as(one.id()).isEqualTo(one.closedOn());
      assertThat(text(row.get("完成情况")))
          .as(one.id())
          .isEqualTo(Standing.valueOf(one.standing()).label());
      assertThat(text(row.get("灯")))
          .as(one.id())
          .isEqualTo(one.light() == null ? "" : LIGHTS.get(one.light()));
      assertThat(days(row.get("督办级别"))).as(one.id()).isEqualTo(one.level());
      assertThat(days(row.get("超原定期限天数"))).as(one.id()).isEqualTo(late(one, one.originalDue()));
      assertThat(days(row.get("超现定期限天数"))).as(one.id()).isEqualTo(late(one, one.due()));
      assertThat(days(row.get("延期次数")))
          .as(one.id())
          .isEqualTo(one.answers().stream().filter(answer -> answer.newDue() != null).count());
      assertThat(row.get("完成百分比") == null ? null : days(row.get("完成百分比")))
          .as(one.id())
          .isEqualTo(one.percent());
      assertThat(figures(text(row.get("量化指标"))))
          .as(one.id())
          .containsExactlyElementsOf(figures(one));
      assertThat(days(row.get("牵头占用工作日"))).as(one.id()).isEqualTo(held(one, Role.LEAD));
      assertThat(days(row.get("配合占用工作日"))).as(one.id()).isEqualTo(held(one, Role.SUPPORT));
      assertThat(days(row.get("督查室占用工作日"))).as(one.id()).isEqualTo(held(one, Role.OFFICE));
      assertThat(days(row.get("领导占用工作日"))).as(one.id()).isEqualTo(held(one, Role.LEADER));
    }
  }

  /** While it is owed until today, once it is closed until then. */
  private long late(Obligation one, LocalDate due) {
    LocalDate until = one.light() != null ? today() : one.closedOn();
    return until == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, until));
  }

  /** What stands behind the stroke in each line. */
  private static List<String> figures(String cell) {
    return cell.lines().map(line -> line.substring(line.lastIndexOf(" / ") + 3)).toList();
  }

  private List<String> figures(Obligation one) {
    return jdbc.sql(
            "select number, unit from commitment where project_id = :project order by number")
        .param("project", one.project())
        .query(
            (row, n) -> {
              BigDecimal figure = one.figures().get(row.getInt("number"));
              return figure == null ? "未报" : plain(figure) + row.getString("unit");
            })
        .list();
  }

  @Test
  void theLedgersPromisesShowTheFiguresReportedLast() throws Exception {
    Map<Integer, List<Obligation>> ofProject =
        trailed.stream().collect(Collectors.groupingBy(Obligation::ordinal));
    List<String> expected = new ArrayList<>();
    ofProject.forEach((ordinal, its) -> expected.addAll(lastFigures(ordinal, its)));

    assertThat(
            rows("量化指标").stream()
                .map(
                    row ->
                        days(row.get("序号"))
                            + " "
                            + text(row.get("指标"))
                            + " "
                            + (row.get("实际值") == null
                                ? "none"
                                : plain(BigDecimal.valueOf(row.get("实际值").getNumericCellValue())))))
        .containsExactlyElementsOf(expected);
  }

  private List<String> lastFigures(int ordinal, List<Obligation> its) {
    return jdbc.sql(
            "select number, metric from commitment where project_id = :project order by number")
        .param("project", its.get(0).project())
        .query(
            (row, n) -> {
              int number = row.getInt("number");
              BigDecimal last =
                  its.stream()
                      .filter(one -> one.figures().containsKey(number))
                      .max(Comparator.comparing(Obligation::reportedAt))
                      .map(one -> one.figures().get(number))
                      .orElse(null);
              return ordinal
                  + " "
                  + row.getString("metric")
                  + " "
                  + (last == null ? "none" : plain(last));
            })
        .list();
  }

  private static String plain(BigDecimal figure) {
    return figure.stripTrailingZeros().toPlainString();
  }

  private List<Map<String, Cell>> rows() throws Exception {
    return rows("台账");
  }

  private List<Map<String, Cell>> rows(String name) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ledger.write(MilestoneFilter.ANY, Caller.system(), out);
    Sheet sheet = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray())).getSheet(name);
    List<Map<String, Cell>> rows = new ArrayList<>();
    for (int i = 1; i <= sheet.getLastRowNum(); i++) {
      Map<String, Cell> row = new HashMap<>();
      for (Cell title : sheet.getRow(0)) {
        row.put(
            title.getStringCellValue(),
            sheet
                .getRow(i)
                .getCell(title.getColumnIndex(), Row.MissingCellPolicy.RETURN_BLANK_AS_NULL));
      }
      rows.add(row);
    }
    return rows;
  }

  private static LocalDate day(Cell cell) {
    return cell == null || cell.getCellType() != CellType.NUMERIC
        ? null
        : cell.getLocalDateTimeCellValue().toLocalDate();
  }

  private static String text(Cell cell) {
    return cell == null ? "" : cell.getStringCellValue();
  }

  private static int days(Cell cell) {
    return cell == null ? 0 : (int) cell.getNumericCellValue();
  }

  private static int held(Obligation one, Role role) {
    return one.held().stream()
        .filter(days -> days.role().equals(role.name()))
        .mapToInt(Days::workingDays)
        .sum();
  }

  // ---- score

  @Test
  void everyDepartmentsPointsFollowFromTheTrail() {
    Scores.Sheet sheet =
        scores.of(
            ScorePeriod.of(LocalDate.parse("2021-01-01"), null, clock),
            null,
            Scores.Order.RANK,
            Caller.system());
    for (Scores.Score score : sheet.departments()) {
      assertThat(score.points())
          .as(score.name())
          .isEqualByComparingTo(expected(score.department()));
    }
    assertThat(sheet.departments().stream().map(Scores.Score::points).distinct().count())
        .isGreaterThan(3);
  }

  /** By the default rules: +1, −1 for own days past due, −2 a return, −0.1 and −0.5 a sign-off. */
  private BigDecimal expected(String department) {
    BigDecimal points = BigDecimal.ZERO;
    for (Obligation one : trailed) {
      if (one.standing().equals("WITHDRAWN") || one.standing().equals("SUSPENDED")) {
        continue;
      }
      if (one.leads().contains(department)) {
        boolean met = one.standing().equals("AHEAD") || one.standing().equals("ON_TIME");
        boolean late = one.standing().equals("LATE") || one.standing().equals("BEHIND");
        points = points.add(BigDecimal.valueOf(met ? 1 : 0));
        points =
            points.subtract(
                BigDecimal.valueOf(late && pastDue(one, department, Role.LEAD) > 0 ? 1 : 0));
        points = points.subtract(BigDecimal.valueOf(2L * one.returns()));
      }
      if (pastDue(one, department, Role.SUPPORT) > 0) {
        boolean missing = one.state().equals("SIGN_OFF") && one.waitingFor().contains(department);
        points = points.subtract(new BigDecimal(missing ? "0.5" : "0.1"));
      }
    }
    return points;
  }

  private static int pastDue(Obligation one, String department, Role role) {
    return one.held().stream()
        .filter(days -> days.holder().equals(department) && days.role().equals(role.name()))
        .mapToInt(Days::pastDue)
        .sum();
  }

  // ---- counting

  private static Map<String, Long> lights(List<Obligation> obligations) {
    return counted(
        obligations.stream().filter(one -> one.light() != null).toList(), Obligation::light);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static boolean owed(Obligation one) {
    return List.of("REPORTING", "SIGN_OFF", "REVIEW").contains(one.state());
  }

  private long count(java.util.function.Predicate<Obligation> counted) {
    return trailed.stream().filter(counted).count();
  }

  private static Map<String, Long> counted(
      List<Obligation> obligations, Function<Obligation, String> by) {
    return obligations.stream()
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }

  private static Map<String, Long> named(Map<? extends Enum<?>, Long> counts) {
    Map<String, Long> named = new TreeMap<>();
    counts.forEach(
        (key, n) -> {
          if (n > 0) {
            named.put(key.name(), n);
          }
        });
    return named;
  }
}
