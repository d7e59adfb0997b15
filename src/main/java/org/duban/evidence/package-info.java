/**
 * Evidence: the files that show what a progress report says. Whoever sees the milestone may read
 * them; the lead departments add them and put new versions in their place; nothing is deleted.
 */
@ApplicationModule(
    displayName = "Evidence",
    allowedDependencies = {"programme", "directory", "audit", "security"})
package org.duban.evidence;

import org.springframework.modulith.ApplicationModule;
