/**
 * Published progress: what anyone may read of a programme once the supervising office has opened
 * it. Nothing the office hasn't accepted, and nobody's name.
 */
@ApplicationModule(
    displayName = "Publication",
    allowedDependencies = {"notice", "programme", "directory", "audit", "security"})
package org.duban.publication;

import org.springframework.modulith.ApplicationModule;
