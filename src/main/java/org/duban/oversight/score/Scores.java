package org.duban.oversight.score;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.directory.Directory;
import org.duban.oversight.Points;
import org.duban.oversight.ScoreEvent;
import org.duban.oversight.ScorePolicies;
import org.duban.oversight.ScorePolicy;
import org.duban.oversight.ScoreSituation;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Points per department by the office's own table, every one explained by what it was given for.
 */
@Component
public class Scores {

  /**
   * @param policyVersion of the table by which they were given
   */
  public record Sheet(LocalDate from, LocalDate to, int policyVersion, List<Score> departments) {}

  /** In which order departments stand; whoever is ranked first has the most points. */
  public enum Order {
    LOST_MOST(Comparator.comparingInt(Score::rank).reversed()),
    RANK(Comparator.comparingInt(Score::rank));

    private final Comparator<Score> comparator;

    Order(Comparator<Score> comparator) {
      this.comparator = comparator.thenComparing(Score::department);
    }
  }

  /**
   * @param rank those with the same points share it
   * @param points what was gained and lost, together
   * @param gained the sum of what is above zero
   * @param lost the sum of what is below, zero or less
   */
  public record Score(
      int rank,
      String department,
      String name,
      BigDecimal points,
      BigDecimal gained,
      BigDecimal lost,
      List<Entry> entries) {

    /** With its sign, as people write it. */
    public String signed(BigDecimal value) {
      return Scores.signed(value);
    }

    /** Where a word says whether it was gained or lost. */
    public String plain(BigDecimal value) {
      return value.abs().stripTrailingZeros().toPlainString();
    }
  }

  /**
   * @param days working days past due in the department's own hands
   * @param reason the rule that gave the points
   */
  record Entry(
      Instant at,
      String milestone,
      String project,
      String title,
      ScoreEvent event,
      String label,
      int days,
      BigDecimal points,
      String reason) {

    /** With its sign, as people write it. */
    public String signed() {
      return Scores.signed(points);
    }
  }

  private static String signed(BigDecimal value) {
    String plain = value.abs().stripTrailingZeros().toPlainString();
    return value.signum() == 0 ? "0" : (value.signum() > 0 ? "+" : "−") + plain;
  }

  private static final String DEPARTMENTS =
      """
      select distinct a.department_code
      from assignment a join project p on p.id = a.project_id
      where sent_out(p) and (:programme::text is null or p.programme_id = :programme)
      """;

  private final JdbcClient jdbc;
  private final ScoreFacts facts;
  private final ScorePolicies policies;
  private final Directory directory;

  Scores(JdbcClient jdbc, ScoreFacts facts, ScorePolicies policies, Directory directory) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.policies = policies;
    this.directory = directory;
  }

  /**
   * A department sees its own points only, with its place among all.
   *
   * @param programme null for all
   */
  @Transactional(readOnly = true)
  public Sheet of(ScorePeriod period, String programme, Order order, Caller caller) {
    ScorePolicy policy = policies.inForce();
    Map<ScoreSituation, Points> decided = new HashMap<>();
    Map<String, List<Entry>> entries =
        facts.of(period, programme).stream()
            .collect(
                Collectors.groupingBy(
                    ScoredFact::department,
                    Collectors.mapping(
                        fact ->
                            entry(fact, decided.computeIfAbsent(situation(fact), policy::decide)),
                        Collectors.toList())));
    Map<String, BigDecimal> sums = new HashMap<>();
    departments(programme)
        .forEach(code -> sums.put(code, sum(entries.getOrDefault(code, List.of()))));
    List<Score> scores =
        sums.keySet().stream()
            .filter(code -> caller.seesEverything() || caller.departments().contains(code))
            .map(code -> score(code, sums, entries.getOrDefault(code, List.of())))
            .sorted(order.comparator)
            .toList();
    return new Sheet(period.from(), period.to(), policy.version(), scores);
  }

  private ScoreSituation situation(ScoredFact fact) {
    return new ScoreSituation(
        fact.event(), directory.classOf(fact.department()), fact.workingDays());
  }

  private static Entry entry(ScoredFact fact, Points points) {
    return new Entry(
        fact.at(),
        fact.milestone(),
        fact.project(),
        fact.title(),
        fact.event(),
        fact.event().label(),
        fact.workingDays(),
        points.points(),
        points.reason());
  }

  private static BigDecimal sum(List<Entry> entries) {
    return entries.stream().map(Entry::points).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Score score(String code, Map<String, BigDecimal> sums, List<Entry> entries) {
    BigDecimal points = sums.get(code);
    int better = (int) sums.values().stream().filter(other -> other.compareTo(points) > 0).count();
    List<Entry> inOrder = entries.stream().sorted(Comparator.comparing(Entry::at)).toList();
    return new Score(
        better + 1,
        code,
        directory.nameOf(code),
        points,
        sum(entries.stream().filter(entry -> entry.points().signum() > 0).toList()),
        sum(entries.stream().filter(entry -> entry.points().signum() < 0).toList()),
        inOrder);
  }

  private List<String> departments(String programme) {
    return jdbc.sql(DEPARTMENTS)
        .param("programme", programme, Types.VARCHAR)
        .query(String.class)
        .list();
  }
}
