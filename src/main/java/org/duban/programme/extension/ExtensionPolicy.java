package org.duban.programme.extension;

import java.time.LocalDate;
import java.util.Optional;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneState;

/**
 * When more time can be asked for, and granted: before the due day ends, as the offices' published
 * rules have it, once at a time, and for a later day only. Whatever comes later counts as overdue.
 */
public final class ExtensionPolicy {

  /** A day further off than this is a slip of the pen. */
  private static final int LONGEST_IN_YEARS = 5;

  private ExtensionPolicy() {}

  /**
   * Why nothing can be asked for now; empty when it can. While the clock is stopped nothing is
   * asked and nothing decided.
   *
   * @param pending whether another request waits for its answer
   */
  public static Optional<String> obstacle(Milestone milestone, LocalDate today, boolean pending) {
    if (milestone.isRhythm()) {
      return Optional.of("长期坚持没有到期日，不能申请延期；请就具体一期报告申请。");
    }
    Optional<String> halted = halted(milestone);
    if (halted.isPresent()) {
      return halted;
    }
    if (!milestone.state().open()) {
      return Optional.of(
          milestone.state() == MilestoneState.PLANNED ? "节点尚未交办，不能申请延期。" : "节点不在办理中，不能申请延期。");
    }
    if (today.isAfter(milestone.due())) {
      return Optional.of("节点已于 " + milestone.due() + " 到期，延期须在到期日当天结束前申请，今天是 " + today + "，按逾期处理。");
    }
    return pending ? Optional.of("已有一件延期申请尚未答复，不能再次申请。") : Optional.empty();
  }

  /** Why nothing about more time can be asked or answered at the moment. */
  public static Optional<String> halted(Milestone milestone) {
    return milestone.state() == MilestoneState.SUSPENDED
        ? Optional.of("节点已中止计时，请待督查室恢复计时后再办理延期。")
        : Optional.empty();
  }

  /**
   * Whether the day asked for gives more time than the day in force, which may have moved since.
   */
  public static boolean gains(LocalDate due, LocalDate newDue) {
    return newDue.isAfter(due);
  }

  /** Whether somebody can have meant that day. */
  public static boolean plausible(LocalDate due, LocalDate newDue) {
    return !newDue.isAfter(due.plusYears(LONGEST_IN_YEARS));
  }
}
