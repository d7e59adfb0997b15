package org.duban.oversight;

import org.duban.escalation.Light;
import org.duban.notice.Operator;
import org.duban.programme.MilestoneState;
import org.duban.programme.Role;

/** What an office calls things in its papers. */
public final class Terms {

  private Terms() {}

  public static String of(MilestoneState state) {
    return switch (state) {
      case PLANNED -> "待交办";
      case REPORTING -> "待反馈";
      case SIGN_OFF -> "会签中";
      case REVIEW -> "审核中";
      case CLOSED -> "已办结";
      case SUSPENDED -> "中止计时";
      case WITHDRAWN -> "已撤销";
    };
  }

  public static String of(Light light) {
    return switch (light) {
      case GREEN -> "绿灯";
      case YELLOW -> "黄灯";
      case RED -> "红灯";
    };
  }

  public static String of(Role role) {
    return switch (role) {
      case LEAD -> "牵头";
      case SUPPORT -> "配合";
      case OFFICE -> "督查室";
      case LEADER -> "领导";
    };
  }

  /**
   * Whose days they were, as 市场监督管理局（牵头）24 天，其中逾期 4 天.
   *
   * @param workingDays all of them
   * @param pastDue those of them that were after the due day
   */
  public static String held(String name, Role role, int workingDays, int pastDue) {
    String department =
        switch (role) {
          case LEAD, SUPPORT -> name + "（" + of(role) + "）";
          case OFFICE, LEADER -> name + " ";
        };
    return department + workingDays + " 天" + (pastDue > 0 ? "，其中逾期 " + pastDue + " 天" : "");
  }

  public static String of(Operator operator) {
    return switch (operator) {
      case EQ -> "=";
      case GE -> "≥";
      case LE -> "≤";
      case APPROX -> "约";
    };
  }
}
