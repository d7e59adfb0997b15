package org.duban.oversight;

/** What a department gains or loses points for; how many, the score policy says. */
public enum ScoreEvent {
  /** A lead's milestone closed before its due day. */
  MET_AHEAD("提前办结"),
  /** A lead's milestone closed on its due day. */
  MET_ON_TIME("按期办结"),
  /** A lead's milestone closed after its due day. */
  MET_LATE("逾期办结"),
  /** A lead's milestone fell due and was still owed at the end. */
  OVERDUE("逾期未办结"),
  /** The office returned the leads' report. */
  RETURNED("反馈被退办"),
  /** A support signed off after the sign-off's own day, whatever the milestone's day was. */
  SIGN_OFF_LATE("逾期会签"),
  /** A support still owed a sign-off past its own day at the end. */
  SIGN_OFF_MISSING("逾期未会签"),
  /** Named as holding up a milestone that went to level 2. */
  ESCALATED_LEVEL_2("二级督办"),
  /** Likewise for level 3. */
  ESCALATED_LEVEL_3("三级督办"),
  /** More time was granted to a lead. */
  EXTENDED("获准延期");

  private final String label;

  ScoreEvent(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
