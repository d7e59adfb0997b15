package org.duban.programme;

import java.util.Optional;

/**
 * What somebody has to do for a milestone, in which role, and where the milestone then stands. What
 * is decided about its date goes on beside the work and leaves it where it stands.
 */
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

  /** Empty where the milestone stays as it is. */
  Optional<MilestoneState> state() {
    return Optional.ofNullable(state);
  }
}
