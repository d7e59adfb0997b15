/** The trail: everything that happened, in order, never changed. */
@ApplicationModule(
    displayName = "Audit",
    allowedDependencies = {})
package org.duban.audit;

import org.springframework.modulith.ApplicationModule;
