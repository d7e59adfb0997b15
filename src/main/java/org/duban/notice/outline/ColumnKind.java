package org.duban.notice.outline;

import java.util.Optional;
import java.util.regex.Pattern;
import org.duban.notice.language.Label;
import org.duban.notice.line.HalfWidth;

/** What a column of a table holds, told by its head. */
enum ColumnKind {
  NUMBER("序号?|编号|项号|任务号|任务编号|No\\.?"),
  LEADER("(?!.*(?:单位|部门)).*(?:领导|责任人|负责人|联系人|联络员|市长|县长|区长|秘书长|牵头人)"),
  DEADLINE(".*(?:时限|期限|完成时间|完成日期|时间节点|时间安排|时间要求|时间进度|进度安排|完成节点|时间表|推进时间|计划时间)(?:要求)?"),
  LEAD(".*(?:牵头|主办|主责|第一责任|主要责任|总牵头).*(?:单位|部门|处室|科室|股室|地区|责任).*|牵头"),
  SUPPORT(".*(?:配合|协办|协同|协助|协作|参与|参加|协调).*(?:单位|部门|处室|科室|股室|地区).*|配合"),
  RESPONSIBLE(
      ".*(?:责任|负责|承办|实施|落实|承担|相关|建设).*(?:单位|部门|主体|处室|科室|股室)(?:(?:及|和)?(?:责任人|负责人))?|部门分工|责任分工|分工"),
  CATEGORY(".*(?:类别|领域|分类|大类|板块|方面)"),
  TITLE(".*(?:任务名称|项目名称|事项名称|实事名称|实事项目|民生实事|项目|任务|事项|实事|工作重点|工作名称|问题|名称|题目|目标与任务|工作|指标|举措名称)"),
  TEXT(".*(?:内容|措施|举措|目标|要求|标准|成果|任务分解|做法|规模|方案|安排|成效)"),
  OTHER(".*(?:备注|投资|资金|进展|金额|来源|地点|电话|说明|科目|属性|单位)");

  private static final int LONGEST = 20;

  private final Pattern head;

  ColumnKind(String head) {
    this.head = Pattern.compile(head);
  }

  boolean namesUnits() {
    return this == LEAD || this == RESPONSIBLE || this == SUPPORT;
  }

  boolean saysWhat() {
    return this == TITLE || this == TEXT;
  }

  /** The label whose meaning the column has; empty for the others. */
  Optional<Label> label() {
    return switch (this) {
      case LEAD -> Optional.of(Label.LEAD);
      case RESPONSIBLE -> Optional.of(Label.RESPONSIBLE);
      case SUPPORT -> Optional.of(Label.SUPPORT);
      case LEADER -> Optional.of(Label.LEADER);
      case DEADLINE -> Optional.of(Label.DEADLINE);
      default -> Optional.empty();
    };
  }

  /** Empty when the words are no head of a column. */
  static Optional<ColumnKind> of(String head) {
    if (head.length() > 2 * LONGEST) {
      return Optional.empty();
    }
    String bare = HalfWidth.of(head).replaceAll("[\\s/]", "").replaceAll("\\([^()]{0,12}\\)", "");
    if (bare.isEmpty() || bare.length() > LONGEST || bare.matches(".*[。;:,、\\d].*")) {
      return Optional.empty();
    }
    for (ColumnKind kind : values()) {
      if (kind.head.matcher(bare).matches()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
