package org.duban.audit;

/** The kinds of things that a trail tells. The label is what a page shows. */
public enum Happening {
  DRAFTED("起草清单"),
  DRAFT_CORRECTED("更正草稿"),
  DRAFT_SUBMITTED("提交核准"),
  DRAFT_RETURNED("退回草稿"),
  DRAFT_APPROVED("核准立项"),
  DRAFT_DELETED("删除草稿"),
  REGISTERED("立项"),
  DISPATCHED("交办"),
  ACKNOWLEDGED("签收"),
  ACKNOWLEDGEMENT_REMINDED("催促签收"),
  TERM_REMINDED("时限提醒"),
  TERM_PAST("时限已过"),
  REPORT_FILED("反馈进展"),
  REPORT_CONSOLIDATED("汇总反馈"),
  EVIDENCE_ADDED("上传佐证"),
  EVIDENCE_REPLACED("更换佐证"),
  SIGNED_OFF("会签同意"),
  DEEMED_AGREED("逾期未会签，视为同意"),
  SIGN_OFF_STANDS("沿用上一轮会签"),
  OBJECTED("会签异议"),
  OBJECTION_RESOLVED("处理异议"),
  ACCEPTED("审核通过"),
  RETURNED("退办"),
  CLOSED("节点办结"),
  PERIOD_OPENED("新一期报告开始"),
  RHYTHM_CHANGED("调整报告周期"),
  RHYTHM_ENDED("终止长期坚持"),
  EXTENSION_REQUESTED("申请延期"),
  EXTENSION_ENDORSED("延期核签同意"),
  EXTENSION_REFUSED("延期不予同意"),
  EXTENSION_APPROVED("批准延期"),
  EXTENSION_SHIFTED("延期申请随中止计时顺延"),
  EXTENSION_LAPSED("延期申请失效"),
  PROJECT_CLOSED("项目销号"),
  PROJECT_RETURNED("项目退回补办"),
  REMINDED("催办"),
  WARNED("临期预警"),
  ESCALATED("升级督办"),
  DELAY_EXPLAINED("说明延误原因"),
  INSTRUCTED("领导批示"),
  ESCALATION_LIFTED("解除督办"),
  POLICY_CHANGED("调整期限策略"),
  REVISED("清单修订"),
  REWORDED("修订内容"),
  REDATED("调整期限"),
  REASSIGNED("调整责任单位"),
  MILESTONE_ADDED("增加节点"),
  MILESTONE_WITHDRAWN("撤销节点"),
  PROJECT_ADDED("新增项目"),
  PROJECT_WITHDRAWN("撤销项目"),
  PROJECT_REOPENED("项目重新开启"),
  MILESTONE_REOPENED("节点重新办理"),
  SUSPENDED("中止计时"),
  RESUMED("恢复计时"),
  PUBLICATION_OPENED("公开进展"),
  PUBLICATION_ENDED("停止公开"),
  SUCCESSOR_MISSING("责任单位撤并，无承接单位"),
  BULLETIN_RELEASED("发布通报");

  private final String label;

  Happening(String label) {
    this.label = label;
  }

  /** Whether only a department's head does this, for the department named with it. */
  public boolean byHead() {
    return this == DELAY_EXPLAINED || this == EXTENSION_REQUESTED;
  }

  public String label() {
    return label;
  }
}
