package org.duban.escalation;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.programme.Duty;
import org.duban.programme.Role;

/** The words in which a rung is told. */
final class Announcement {

  private static final Map<Duty, String> OWED =
      new EnumMap<>(
          Map.of(
              Duty.REPORT, "牵头部门尚未反馈",
              Duty.CONSOLIDATE, "第一牵头部门尚未汇总反馈",
              Duty.SIGN_OFF, "配合部门尚未会签",
              Duty.RESOLVE_OBJECTION, "牵头部门尚未处理会签异议",
              Duty.REVIEW, "督查室尚未审核",
              Duty.ENDORSE_EXTENSION, "督查室尚未核签延期申请",
              Duty.DECIDE_EXTENSION, "领导尚未审批延期申请"));

  private Announcement() {}

  /** Who owes what, as a reason to keep. */
  static String reason(Watched watched, Map<String, String> names) {
    Map<Duty, List<String>> byDuty =
        watched.holders().stream()
            .collect(
                Collectors.groupingBy(
                    Holder::duty,
                    LinkedHashMap::new,
                    Collectors.mapping(holder -> names.get(holder.code()), Collectors.toList())));
    return byDuty.entrySet().stream()
        .map(entry -> owed(watched, entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("；"));
  }

  private static String owed(Watched watched, Duty duty, List<String> names) {
    String what = duty == Duty.REPORT && watched.round() > 1 ? "牵头部门退办后尚未重新反馈" : OWED.get(duty);
    boolean speaksForItself = duty.role() == Role.OFFICE || duty.role() == Role.LEADER;
    return speaksForItself ? what : what + "：" + String.join("、", names);
  }

  static String text(Decision decision, String reason) {
    Watched watched = decision.watched();
    Verdict verdict = decision.verdict();
    return "【"
        + verdict.rung().label()
        + "】"
        + watched.number()
        + "、"
        + watched.title()
        + "："
        + what(watched)
        + "，"
        + standing(decision.workingDays())
        + "。"
        + reason
        + "。"
        + (verdict.actionRequired() ? "请说明原因和补救时限。" : "");
  }

  /** What is owed by when, such as 阶段性成效 2021-06-30 到期. */
  static String what(Watched watched) {
    String milestone = watched.kind().label() + " ";
    return switch (watched.term()) {
      case MILESTONE -> milestone + watched.course().due() + " 到期";
      case SIGN_OFF -> milestone + watched.milestoneDue() + " 的反馈，会签时限 " + watched.course().due();
      case RECOVERY ->
          milestone + watched.milestoneDue() + " 承诺 " + watched.course().due() + " 前补救完成";
    };
  }

  /** How far a day is gone, as 还有 3 个工作日. */
  static String standing(int workingDays) {
    if (workingDays < 0) {
      return "还有 " + -workingDays + " 个工作日";
    }
    return workingDays == 0 ? "今天是最后一个工作日" : "已逾期 " + workingDays + " 个工作日";
  }
}
