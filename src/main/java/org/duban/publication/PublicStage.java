package org.duban.publication;

import java.util.Collection;
import org.duban.programme.MilestoneState;

/** How far a project is, in the words of the public page. Being late is no stage. */
public enum PublicStage {
  COMPLETED("已完成"),
  STAGE_REACHED("取得阶段性成效"),
  UNDER_WAY("推进中"),
  SUSPENDED("暂缓推进"),
  WITHDRAWN("已撤销");

  private final String label;

  PublicStage(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /**
   * By what the office closed, and not by what departments report.
   *
   * @param projectState REGISTERED, DISPATCHED, CLOSED or WITHDRAWN
   * @param milestones the states of all its milestones, a rhythm among them
   */
  static PublicStage of(String projectState, Collection<MilestoneState> milestones) {
    if (projectState.equals("WITHDRAWN")) {
      return WITHDRAWN;
    }
    boolean nothingOwed =
        milestones.stream().noneMatch(state -> state.open() || state == MilestoneState.SUSPENDED);
    if (projectState.equals("CLOSED") || nothingOwed && anyClosed(milestones)) {
      return COMPLETED;
    }
    boolean nothingRuns = milestones.stream().noneMatch(MilestoneState::open);
    if (nothingRuns && milestones.contains(MilestoneState.SUSPENDED)) {
      return SUSPENDED;
    }
    return anyClosed(milestones) ? STAGE_REACHED : UNDER_WAY;
  }

  private static boolean anyClosed(Collection<MilestoneState> milestones) {
    return milestones.contains(MilestoneState.CLOSED);
  }
}
