package org.duban.workflow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.ModelException;
import org.duban.directory.DepartmentClass;
import org.duban.escalation.Rung;
import org.duban.escalation.Situation;
import org.duban.escalation.Term;
import org.duban.escalation.Verdict;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;

/**
 * Whether a table can be the deadline policy: it has one rule for every situation, whatever the
 * day, and its ladder never goes down as days go by. Only days around the numbers that the table
 * names can differ, so asking those, and some far off, is asking all.
 */
final class PolicyCheck {

  static final String KEY = "deadline-policy";

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");
  private static final List<Integer> FAR_OFF = List.of(-10_000, -1, 0, 1, 10_000);

  /** Not the process engine's own, which reads nothing but what is deployed. */
  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  /**
   * @throws PolicyRefused when the table can't be read, leaves a situation out, has two rules for
   *     one, or a ladder that goes down
   */
  void check(String xml) {
    if (xml.contains("<!DOCTYPE")) {
      throw new PolicyRefused("文件带有 DOCTYPE 声明，不予读取。");
    }
    DmnModelInstance model = parse(xml);
    DmnDecision table = decision(model);
    Collection<Integer> days = daysThatDiffer(model);
    for (Term term : Term.values()) {
      for (MilestoneKind kind : toTry(model, "milestoneKind", MilestoneKind.values())) {
        for (Role role : toTry(model, "waitingFor", Role.values())) {
          for (DepartmentClass unit : toTry(model, "departmentClass", DepartmentClass.values())) {
            climbs(table, days, day -> new Situation(term, kind, day, role, unit));
          }
        }
      }
    }
  }

  private void climbs(DmnDecision table, Collection<Integer> days, IntFunction<Situation> on) {
    Rung highest = Rung.NONE;
    for (int day : days) {
      Situation situation = on.apply(day);
      Rung rung = verdict(table, situation).rung();
      if (rung.compareTo(highest) < 0) {
        throw new PolicyRefused(
            "台阶不能随时间下降：" + PolicyRow.words(situation) + "是 " + rung + "，此前已是 " + highest + "。");
      }
      highest = rung;
    }
  }

  private Verdict verdict(DmnDecision table, Situation situation) {
    try {
      return PolicyRow.verdict(
          situation, engine.evaluateDecision(table, PolicyRow.variables(situation)));
    } catch (DmnEngineException e) {
      throw new PolicyRefused(PolicyRow.words(situation) + "无法判定，可能有两条规则同时符合，或单元格写法有误。");
    }
  }

  private static DmnModelInstance parse(String xml) {
    try {
      return Dmn.readModelFromStream(
          new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (ModelException e) {
      throw new PolicyRefused("文件不是能读懂的 DMN 决策表，请用 Camunda Modeler 打开检查。");
    }
  }

  private DmnDecision decision(DmnModelInstance model) {
    if (!(model.getModelElementById(KEY) instanceof Decision decision)
        || !(decision.getExpression() instanceof DecisionTable)) {
      throw new PolicyRefused("文件里没有 id 为 " + KEY + " 的决策表。");
    }
    try {
      return engine.parseDecision(KEY, model);
    } catch (DmnEngineException e) {
      throw new PolicyRefused("决策表有误：" + e.getMessage());
    }
  }

  /** What the table doesn't tell apart needn't be asked one by one. */
  private static <E> List<E> toTry(DmnModelInstance model, String input, E[] all) {
    boolean toldApart = cells(model, input).stream().anyMatch(cell -> !cell.isBlank());
    return toldApart ? List.of(all) : List.of(all[0]);
  }

  private static Collection<Integer> daysThatDiffer(DmnModelInstance model) {
    TreeSet<Integer> days = new TreeSet<>(FAR_OFF);
    for (String cell : cells(model, "workingDays")) {
      Matcher number = NUMBER.matcher(cell);
      while (number.find()) {
        int day = Integer.parseInt(number.group());
        days.addAll(List.of(day - 1, day, day + 1));
      }
    }
    return days;
  }

  /** What the rules say in the column of that input. */
  private static List<String> cells(DmnModelInstance model, String input) {
    DecisionTable table =
        (DecisionTable) ((Decision) model.getModelElementById(KEY)).getExpression();
    List<String> inputs =
        table.getInputs().stream()
            .map(column -> column.getInputExpression().getText().getTextContent().strip())
            .toList();
    int column = inputs.indexOf(input);
    return column < 0
        ? List.of()
        : table.getRules().stream()
            .map(rule -> List.copyOf(rule.getInputEntries()).get(column).getTextContent())
            .toList();
  }
}
