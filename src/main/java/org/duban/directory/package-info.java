/**
 * Who there is: departments, sub-units, collective units and the people who act for them, read once
 * from {@code config/directory.yml}. Also the rule who signs off whose report.
 */
@ApplicationModule(
    displayName = "Directory",
    allowedDependencies = {})
package org.duban.directory;

import org.springframework.modulith.ApplicationModule;
