package org.duban.bulletin;

import java.time.Instant;

/**
 * A month's bulletin.
 *
 * @param month as {@code 2021-06}
 * @param foreword what the office says beside the figures, possibly empty
 * @param releasedBy null while it is a draft
 */
record Bulletin(
    long id,
    String month,
    BulletinState state,
    String foreword,
    String draftedBy,
    Instant draftedAt,
    String releasedBy,
    Instant releasedAt) {

  /** It went out and never changes again. */
  public boolean released() {
    return state == BulletinState.RELEASED;
  }

  /** {@code 2021年6月}. */
  public String title() {
    return month.substring(0, 4) + "年" + Integer.parseInt(month.substring(5)) + "月";
  }
}
