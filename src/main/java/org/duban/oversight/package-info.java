/**
 * Who owes what: lists and pages of projects and milestones with their lights, the trail, the
 * board. It reads what the other modules keep and writes nothing but its own counters.
 */
@ApplicationModule(
    displayName = "Oversight",
    allowedDependencies = {
      "notice",
      "programme",
      "escalation",
      "directory",
      "calendar",
      "audit",
      "security"
    })
package org.duban.oversight;

import org.springframework.modulith.ApplicationModule;
