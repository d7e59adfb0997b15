package org.duban.workflow.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.duban.directory.DepartmentClass;
import org.duban.oversight.Points;
import org.duban.oversight.ScoreEvent;
import org.duban.oversight.ScoreSituation;

/** How the score policy's table is asked, its answer read, and the table checked as a whole. */
public final class ScoreRow {

  public static final String KEY = "score-policy";

  private static final List<DepartmentClass> SCORED =
      List.of(DepartmentClass.DEPARTMENT, DepartmentClass.STREET, DepartmentClass.COMPANY);

  private ScoreRow() {}

  /**
   * @throws PolicyRefused when the table can't be read, leaves an event out or has two rules for
   *     one
   */
  public static void check(String xml) {
    DmnFile table = DmnFile.read(xml, KEY);
    for (ScoreEvent event : ScoreEvent.values()) {
      for (DepartmentClass unit : SCORED) {
        for (int days : table.numbersThatDiffer("workingDays", 0, 1, 10_000)) {
          if (days >= 0) {
            ScoreSituation situation = new ScoreSituation(event, unit, days);
            points(situation, table.ask(variables(situation), words(situation)));
          }
        }
      }
    }
  }

  public static Map<String, Object> variables(ScoreSituation situation) {
    return Map.of(
        "event", situation.event().name(),
        "workingDays", situation.workingDays(),
        "departmentClass", situation.departmentClass().name());
  }

  /**
   * @throws PolicyRefused when there isn't exactly one rule, with a number and its reason
   */
  public static Points points(
      ScoreSituation situation, List<? extends DmnDecisionResultEntries> rules) {
    if (rules.size() != 1) {
      throw new PolicyRefused("每种情形须恰有一条规则，" + words(situation) + "有 " + rules.size() + " 条。");
    }
    Map<String, Object> rule = rules.get(0).getEntryMap();
    Object points = rule.get("points");
    Object reason = rule.get("reason");
    if (!(points instanceof Number number) || !(reason instanceof String text) || text.isBlank()) {
      throw new PolicyRefused(words(situation) + "的规则须写明分值（数字）和规则（文字）。");
    }
    return new Points(plain(new BigDecimal(number.toString())), text);
  }

  /** 1, not 1.0. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String words(ScoreSituation situation) {
    return "%s（%s）、%d 个工作日、%s "
        .formatted(
            situation.event(),
            situation.event().label(),
            situation.workingDays(),
            situation.departmentClass());
  }
}
