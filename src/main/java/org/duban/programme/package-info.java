/**
 * Registered programmes: their projects, milestones, commitments and departments, what was filed,
 * signed and decided, and who holds what.
 */
@ApplicationModule(
    displayName = "Programme",
    allowedDependencies = {"notice", "directory", "calendar", "audit", "security"})
package org.duban.programme;

import org.springframework.modulith.ApplicationModule;
