/**
 * Deadlines: the daily sheet, the ladder from reminder to bulletin, and whoever holds things up.
 *
 * <p>The sheet's set-based SQL reads the projects and holdings of {@code programme}; it writes only
 * its own tables, the outbox and the trail.
 */
@ApplicationModule(
    displayName = "Escalation",
    allowedDependencies = {
      "notice",
      "programme",
      "directory",
      "calendar",
      "notification",
      "audit",
      "security"
    })
package org.duban.escalation;

import org.springframework.modulith.ApplicationModule;
