package org.duban.programme;

import java.time.Instant;
import org.duban.audit.Entry;
import org.duban.audit.Happening;

/**
 * On whose word, and why, a project is changed.
 *
 * @param reason empty where none was asked for
 * @param called how the trail introduces the reason
 */
record Revision(
    Programme programme, String projectId, String reason, String userId, String called) {

  /** A revised list changes it. */
  static Revision byList(Programme programme, String projectId, String reason, String userId) {
    return new Revision(programme, projectId, reason, userId, "修订原因");
  }

  /** The office changes it, list or not. */
  static Revision byOffice(Programme programme, String projectId, String reason, String userId) {
    return new Revision(programme, projectId, reason, userId, "原因");
  }

  String tenant() {
    return programme.tenantId();
  }

  /** The reason, with its introduction. */
  String why() {
    return called + "：" + reason;
  }

  /**
   * @param milestoneId null when it concerns the whole project
   */
  Entry entry(String milestoneId, Happening what, String detail, Instant at) {
    return new Entry(
        tenant(),
        programme.id(),
        projectId,
        milestoneId,
        what,
        userId,
        null,
        at,
        reason.isEmpty() ? detail : detail + "。" + why());
  }
}
