package org.duban.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the deeds of a story are for the engine: kinds of task, and what is filled in. */
final class Tasks {

  private static final Map<Deed, List<String>> KINDS =
      Map.ofEntries(
          Map.entry(Deed.ACKNOWLEDGE, List.of("AcknowledgeAssignment", "AcknowledgeNewAssignment")),
          Map.entry(Deed.REPORT, List.of("FileProgressReport")),
          Map.entry(Deed.CONSOLIDATE, List.of("ConsolidateReport")),
          Map.entry(Deed.SIGN, List.of("SignOff")),
          Map.entry(Deed.RESOLVE, List.of("ResolveObjection")),
          Map.entry(Deed.REVIEW, List.of("ReviewReport")),
          Map.entry(Deed.CLOSE, List.of("CloseProject")),
          Map.entry(Deed.END_RHYTHM, List.of("EndRhythm")),
          Map.entry(Deed.ENDORSE, List.of("EndorseExtension")),
          Map.entry(Deed.DECIDE, List.of("DecideExtension")),
          Map.entry(Deed.EXPLAIN, List.of("ExplainDelay")),
          Map.entry(Deed.INSTRUCT, List.of("GiveInstruction")));

  private Tasks() {}

  static List<String> kinds(Deed deed) {
    return KINDS.get(deed);
  }

  static Deed deed(String kind) {
    return KINDS.entrySet().stream()
        .filter(one -> one.getValue().contains(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(kind))
        .getKey();
  }

  /** As a person fills in the form of that task. */
  static Map<String, String> values(Act act, LocalDate today) {
    return switch (act.deed()) {
      case REPORT, CONSOLIDATE ->
          Map.of("narrative", "完成" + act.how(1) + "%。", "percent", act.how(1), "actuals", "{}");
      case SIGN, REVIEW, ENDORSE, DECIDE, CLOSE ->
          Map.of("decision", act.how(1), "opinion", "附件不全，请补充。");
      case END_RHYTHM -> Map.of("decision", "END", "opinion", "已成常态。");
      case RESOLVE -> Map.of("narrative", "已与会签单位商定。");
      case EXPLAIN ->
          Map.of(
              "explanation",
              "场地尚未落实。",
              "recoveryDate",
              today.plusDays(Integer.parseInt(act.how(1))).toString());
      case INSTRUCT -> Map.of("instruction", "抓紧补办。");
      default -> Map.of();
    };
  }
}
