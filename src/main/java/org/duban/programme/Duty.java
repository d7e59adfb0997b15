package org.duban.programme;

/** What somebody has to do for a milestone, in which role, and where the milestone then stands. */
public enum Duty {
  REPORT(Role.LEAD, MilestoneState.REPORTING),
  CONSOLIDATE(Role.LEAD, MilestoneState.REPORTING),
  SIGN_OFF(Role.SUPPORT, MilestoneState.SIGN_OFF),
  RESOLVE_OBJECTION(Role.LEAD, MilestoneState.SIGN_OFF),
  REVIEW(Role.OFFICE, MilestoneState.REVIEW),
  ENDORSE_EXTENSION(Role.OFFICE, null),
  DECIDE_EXTENSION(Role.LEADER, null);

  private final Role role;
  private final MilestoneState state;

  Duty(Role role, MilestoneState state) {
    this.role = role;
    this.state = state;
  }

  public Role role() {
    return role;
  }

  MilestoneState state() {
    return state;
  }
}
