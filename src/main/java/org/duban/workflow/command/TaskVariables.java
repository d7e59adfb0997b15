package org.duban.workflow.command;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What a person may hand in with a task: for each task of our processes the names that its form
 * has, and plain values only. Whatever else comes with a completion would be the process's own
 * variable, or hide one, so it is refused. A task that isn't listed takes nothing.
 */
public final class TaskVariables {

  private static final Set<String> NONE = Set.of();
  private static final Set<String> REPORT = Set.of("narrative", "percent", "actuals");
  private static final Set<String> OPINION = Set.of("decision", "opinion");

  private static final Map<String, Map<String, Set<String>>> OF_PROCESSES =
      Map.of(
          "project",
          Map.of(
              "Activity_AcknowledgeAssignment", NONE,
              "Activity_AcknowledgeNewAssignment", NONE,
              "Activity_EndRhythm", OPINION,
              "Activity_CloseProject", Set.of("decision", "opinion", "newDue")),
          "milestone",
          Map.of(
              "Activity_FileProgressReport", REPORT,
              "Activity_ConsolidateReport", REPORT,
              "Activity_SignOff", OPINION,
              "Activity_ResolveObjection", Set.of("narrative"),
              "Activity_ReviewReport", Set.of("decision", "opinion", "signaturesStand")),
          "extension",
          Map.of(
              "Activity_EndorseExtension", OPINION,
              "Activity_DecideExtension", OPINION),
          "escalation",
          Map.of(
              "Activity_ExplainDelay", Set.of("explanation", "recoveryDate"),
              "Activity_GiveInstruction", Set.of("instruction")));

  private TaskVariables() {}

  /** Empty where the process isn't ours. */
  public static Optional<Set<String>> accepted(String process, String task) {
    return Optional.ofNullable(OF_PROCESSES.get(process))
        .map(tasks -> tasks.getOrDefault(task, NONE));
  }

  /** Why something of it can't be taken, by its name; empty when all can. */
  public static Optional<String> refusal(String process, String task, Map<String, Object> given) {
    return accepted(process, task)
        .flatMap(
            names ->
                new TreeMap<>(given)
                    .entrySet().stream()
                        .flatMap(one -> refusal(names, one.getKey(), one.getValue()).stream())
                        .findFirst());
  }

  private static Optional<String> refusal(Set<String> names, String name, Object value) {
    if (!names.contains(name)) {
      return Optional.of("这项任务不接受变量“" + shown(name) + "”，" + listed(names));
    }
    if (!plain(value)) {
      return Optional.of(notPlain(name));
    }
    return plainValue(value) instanceof String text && text.indexOf('\0') >= 0
        ? Optional.of("变量“" + name + "”含有不能保存的字符。")
        : Optional.empty();
  }

  /** Of a variable that is no text, number or truth value. */
  public static String notPlain(String name) {
    return "变量“" + shown(name) + "”应为文字、数字或是否。";
  }

  private static String listed(Set<String> names) {
    return names.isEmpty() ? "办理时不需填写任何变量。" : "只接受 " + String.join("、", new TreeSet<>(names)) + "。";
  }

  public static boolean plain(Object given) {
    if (given instanceof TypedValue typed && !read(typed)) {
      return false;
    }
    Object value = plainValue(given);
    return value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean;
  }

  /** A serialized value has none until it is read, and asking for it fails. */
  private static boolean read(TypedValue typed) {
    ValueType type = typed.getType();
    return type == null || type.isPrimitiveValueType() && !type.isAbstract();
  }

  private static Object plainValue(Object given) {
    return given instanceof TypedValue typed ? typed.getValue() : given;
  }

  private static String shown(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }
}
