package org.duban.workflow.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.duban.escalation.Audience;
import org.duban.escalation.Light;
import org.duban.escalation.Rung;
import org.duban.escalation.Situation;
import org.duban.escalation.Verdict;

/** How the deadline policy's table is asked, and its answer read. */
public final class PolicyRow {

  private PolicyRow() {}

  public static Map<String, Object> variables(Situation situation) {
    return Map.of(
        "term", situation.term().name(),
        "milestoneKind", situation.kind().name(),
        "workingDays", situation.workingDays(),
        "waitingFor", situation.waitingFor().name(),
        "departmentClass", situation.departmentClass().name());
  }

  /**
   * @throws PolicyRefused when the table doesn't have exactly one rule, or its words mean nothing
   */
  public static Verdict verdict(
      Situation situation, List<? extends DmnDecisionResultEntries> rules) {
    if (rules.size() != 1) {
      throw new PolicyRefused("每种情形须恰有一条规则，" + words(situation) + "有 " + rules.size() + " 条。");
    }
    DmnDecisionResultEntries rule = rules.get(0);
    try {
      return new Verdict(
          Rung.valueOf(rule.getEntry("rung")),
          Light.valueOf(rule.getEntry("light")),
          level(rule.getEntry("level")),
          audience(rule.getEntry("notify")),
          Boolean.TRUE.equals(rule.getEntry("actionRequired")));
    } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
      throw new PolicyRefused(words(situation) + "的规则有单元格没填或填了不认识的词。");
    }
  }

  private static int level(Number level) {
    if (level.intValue() < 0 || level.intValue() > 3) {
      throw new IllegalArgumentException();
    }
    return level.intValue();
  }

  private static Set<Audience> audience(String notify) {
    return Arrays.stream(notify.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(Audience::valueOf)
        .collect(Collectors.toSet());
  }

  static String words(Situation situation) {
    return "%s、%s、%d 个工作日、%s、%s "
        .formatted(
            situation.term(),
            situation.kind(),
            situation.workingDays(),
            situation.waitingFor(),
            situation.departmentClass());
  }
}
