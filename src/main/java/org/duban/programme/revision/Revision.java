package org.duban.programme.revision;

import java.time.Instant;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.programme.Programme;

/**
 * On whose word, and why, a project is changed.
 *
 * @param reason empty where none was asked for
 * @param called how the trail introduces the reason
 */
public record Revision(
    Programme programme, String projectId, String reason, String userId, String called) {

  /** A revised list changes it. */
  static Revision byList(Programme programme, String projectId, String reason, String userId) {
    return new Revision(programme, projectId, reason, userId, "修订原因");
  }

  /** The office changes it, list or not. */
  public static Revision byOffice(
      Programme programme, String projectId, String reason, String userId) {
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
  public Entry entry(String milestoneId, Happening what, String detail, Instant at) {
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
