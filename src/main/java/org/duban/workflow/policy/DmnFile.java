package org.duban.workflow.policy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.ModelException;

/** A decision table that somebody hands in: read, and asked, before it's in force. */
public final class DmnFile {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");

  /** Not the process engine's own, which reads nothing but what is deployed. */
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private final DecisionTable columns;
  private final DmnDecision table;

  private DmnFile(DecisionTable columns, DmnDecision table) {
    this.columns = columns;
    this.table = table;
  }

  /**
   * @throws PolicyRefused when there is no table of that id in it, or none that can be read
   */
  public static DmnFile read(String xml, String key) {
    if (xml.contains("<!DOCTYPE")) {
      throw new PolicyRefused("文件带有 DOCTYPE 声明，不予读取。");
    }
    DmnModelInstance model = parse(xml);
    if (!(model.getModelElementById(key) instanceof Decision decision)
        || !(decision.getExpression() instanceof DecisionTable columns)) {
      throw new PolicyRefused("文件里没有 id 为 " + key + " 的决策表。");
    }
    try {
      return new DmnFile(columns, ENGINE.parseDecision(key, model));
    } catch (DmnEngineException e) {
      throw new PolicyRefused("决策表有误：" + e.getMessage());
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

  /**
   * The rules that fit.
   *
   * @param words what is asked, for the message
   * @throws PolicyRefused when they can't be told
   */
  public List<? extends DmnDecisionResultEntries> ask(Map<String, Object> values, String words) {
    try {
      return ENGINE.evaluateDecision(table, values);
    } catch (DmnEngineException e) {
      throw new PolicyRefused(words + "无法判定，可能有两条规则同时符合，或单元格写法有误。");
    }
  }

  /** What the table doesn't tell apart needn't be asked one by one. */
  <E> List<E> toTry(String input, E[] all) {
    boolean toldApart = cells(input).stream().anyMatch(cell -> !cell.isBlank());
    return toldApart ? List.of(all) : List.of(all[0]);
  }

  /**
   * The numbers at which the answer can change: those that the table names, and their neighbours.
   */
  Collection<Integer> numbersThatDiffer(String input, Integer... besides) {
    TreeSet<Integer> numbers = new TreeSet<>(Arrays.asList(besides));
    for (String cell : cells(input)) {
      Matcher number = NUMBER.matcher(cell);
      while (number.find()) {
        int named = Integer.parseInt(number.group());
        numbers.addAll(List.of(named - 1, named, named + 1));
      }
    }
    return numbers;
  }

  /** What the rules say in the column of that input. */
  private List<String> cells(String input) {
    int column =
        columns.getInputs().stream()
            .map(one -> one.getInputExpression().getText().getTextContent().strip())
            .toList()
            .indexOf(input);
    return column < 0
        ? List.of()
        : columns.getRules().stream()
            .map(rule -> List.copyOf(rule.getInputEntries()).get(column).getTextContent())
            .toList();
  }
}
