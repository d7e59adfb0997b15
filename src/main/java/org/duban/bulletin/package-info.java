/**
 * The monthly bulletin: how everything stood at the month's end, told from what had happened by
 * then. A person of the supervising office drafts it, writes a foreword and releases it; from then
 * on it never changes.
 */
@ApplicationModule(
    displayName = "Bulletin",
    allowedDependencies = {
      "notice",
      "programme",
      "escalation",
      "oversight",
      "directory",
      "calendar",
      "audit",
      "security"
    })
package org.duban.bulletin;

import org.springframework.modulith.ApplicationModule;
