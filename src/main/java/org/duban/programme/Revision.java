package org.duban.programme;

import java.time.Instant;
import org.duban.audit.Entry;
import org.duban.audit.Happening;

/** On whose word, and why, a project is revised. */
record Revision(Programme programme, String projectId, String reason, String userId) {

  String tenant() {
    return programme.tenantId();
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
        detail + "。修订原因：" + reason);
  }
}
