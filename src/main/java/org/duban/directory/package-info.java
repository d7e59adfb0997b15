/**
 * Who there is: departments, sub-units, collective units and the people who act for them, read once
 * from {@code config/directory.yml}. Also the rule who signs off whose report, and who stands in
 * for whom on which days.
 */
@ApplicationModule(
    displayName = "Directory",
    allowedDependencies = {"audit", "security"})
package org.duban.directory;

import org.springframework.modulith.ApplicationModule;
