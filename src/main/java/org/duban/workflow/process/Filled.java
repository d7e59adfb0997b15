package org.duban.workflow.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Opinion;
import org.duban.programme.ProgressReport;

/**
 * What a person filled in, whatever page or client sent it: checked for its kind, never trusted.
 */
record Filled(DelegateTask task) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  /** One way only to write a number, so that none can be given twice. */
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private static final int MOST_DIGITS = 30;

  String text(String name) {
    Object value = task.getVariable(name);
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      return text;
    }
    throw new InvalidSubmission(name + " 应为文字。");
  }

  /** What may be left unsaid. */
  String optional(String name) {
    String text = text(name);
    forget(name);
    return text;
  }

  /** Yes or no, as a boolean or in words; null where nothing was said. */
  Boolean choice(String name) {
    Object value = task.getVariable(name);
    forget(name);
    return switch (value == null ? "" : value.toString().strip()) {
      case "" -> null;
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new InvalidSubmission(name + " 应为 true（是）或 false（否），收到的是" + shown(value) + "。");
    };
  }

  /**
   * In a process that began before its model knew the question, an answer would outlive its task.
   */
  private void forget(String name) {
    task.removeVariable(name);
  }

  ProgressReport report() {
    return new ProgressReport(text("narrative"), percent(), actuals());
  }

  Opinion opinion(String forWord, String againstWord, boolean reasonNeeded) {
    return Opinion.of(text("decision"), text("opinion"), forWord, againstWord, reasonNeeded);
  }

  private int percent() {
    Object value = task.getVariable("percent");
    try {
      return new BigDecimal(String.valueOf(value).strip()).intValueExact();
    } catch (NumberFormatException | ArithmeticException e) {
      throw new InvalidSubmission("完成百分比应为 0 到 100 之间的整数，收到的是 " + shown(value) + "。");
    }
  }

  private Map<Integer, BigDecimal> actuals() {
    Object value = task.getVariable("actuals");
    if (value == null || value.toString().isBlank()) {
      return Map.of();
    }
    JsonNode given = read(value);
    Map<Integer, BigDecimal> actuals = new HashMap<>();
    given.fields().forEachRemaining(field -> actuals.put(number(field.getKey()), figure(field)));
    return actuals;
  }

  private static JsonNode read(Object value) {
    try {
      JsonNode given = JSON.readTree(value.toString());
      if (given.isObject()) {
        return given;
      }
    } catch (MismatchedInputException e) {
      throw new InvalidSubmission("量化指标完成数中同一编号出现了不止一次，收到的是 " + shown(value) + "。");
    } catch (JsonProcessingException e) {
      // said below, in the same words as for any other text that is no object
    }
    throw new InvalidSubmission("量化指标完成数应为 JSON 对象，例如 {\"1\": 24}，收到的是 " + shown(value) + "。");
  }

  private static int number(String key) {
    if (!NUMBER.matcher(key).matches()) {
      throw new InvalidSubmission("量化指标以其编号指明（写作 1、2……），收到的是 " + shown(key) + "。");
    }
    return Integer.parseInt(key);
  }

  private static BigDecimal figure(Map.Entry<String, JsonNode> field) {
    BigDecimal figure = field.getValue().isNumber() ? field.getValue().decimalValue() : null;
    if (figure == null
        || figure.precision() > MOST_DIGITS
        || Math.abs(figure.scale()) > MOST_DIGITS) {
      throw new InvalidSubmission(
          "第 " + field.getKey() + " 号量化指标的完成数应为数字，收到的是 " + shown(field.getValue()) + "。");
    }
    return figure;
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    if (value == null || text.isBlank()) {
      return "空";
    }
    return "“" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "”";
  }
}
