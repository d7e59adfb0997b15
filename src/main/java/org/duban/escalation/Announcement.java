package org.duban.escalation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;

/** The words in which a rung is told. */
final class Announcement {

  private static final Map<MilestoneKind, String> KINDS =
      Map.of(
          MilestoneKind.STAGE, "阶段性成效",
          MilestoneKind.COMPLETION, "完成",
          MilestoneKind.ONGOING, "定期报告");
  private static final Map<Role, String> OWED =
      Map.of(Role.LEAD, "牵头部门尚未反馈", Role.SUPPORT, "配合部门尚未会签", Role.OFFICE, "督查室尚未审核");

  private Announcement() {}

  /** Who owes what, as a reason to keep. */
  static String reason(List<Chunk.Holder> holders, Map<String, String> names) {
    Map<Role, List<String>> byRole =
        holders.stream()
            .collect(
                Collectors.groupingBy(
                    Chunk.Holder::role,
                    LinkedHashMap::new,
                    Collectors.mapping(holder -> names.get(holder.code()), Collectors.toList())));
    return byRole.entrySet().stream()
        .map(
            entry ->
                entry.getKey() == Role.OFFICE
                    ? OWED.get(Role.OFFICE)
                    : OWED.get(entry.getKey()) + "：" + String.join("、", entry.getValue()))
        .collect(Collectors.joining("；"));
  }

  static String text(Chunk.Row row, Verdict verdict, int workingDays, String reason) {
    return "【"
        + verdict.rung().label()
        + "】"
        + row.number()
        + "、"
        + row.title()
        + "："
        + KINDS.get(row.kind())
        + " "
        + row.due()
        + " 到期，"
        + standing(workingDays)
        + "。"
        + reason
        + "。"
        + (verdict.actionRequired() ? "请说明原因和补救时限。" : "");
  }

  private static String standing(int workingDays) {
    if (workingDays < 0) {
      return "还有 " + -workingDays + " 个工作日";
    }
    return workingDays == 0 ? "今天是最后一个工作日" : "已逾期 " + workingDays + " 个工作日";
  }
}
