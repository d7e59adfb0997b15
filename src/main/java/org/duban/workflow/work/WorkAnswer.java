package org.duban.workflow.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.duban.worksheet.Answer;

/**
 * What was filled in, as the task's own form would send it; whether it's right is checked there.
 */
final class WorkAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private WorkAnswer() {}

  static Map<String, Object> values(Answer answer) {
    Map<String, Object> values = new HashMap<>();
    answer.values().forEach(values::put);
    switch (answer.kind()) {
      case ACKNOWLEDGE -> values.clear();
      case REPORT -> values.put("actuals", actuals(answer.figures()));
      case SIGN_OFF -> values.computeIfPresent("decision", (name, word) -> decision(word));
      case RESOLVE, EXPLAIN -> {}
    }
    return values;
  }

  private static Object decision(Object word) {
    return word.equals("同意") ? "AGREE" : "OBJECT";
  }

  private static String actuals(Map<Integer, String> figures) {
    ObjectNode actuals = JSON.createObjectNode();
    figures.forEach(
        (number, typed) -> {
          try {
            actuals.put(String.valueOf(number), new BigDecimal(typed));
          } catch (NumberFormatException noNumber) {
            actuals.put(String.valueOf(number), typed);
          }
        });
    return actuals.toString();
  }
}
