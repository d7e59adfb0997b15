/**
 * Who is signed in, by which door, and what that person may ask for: one chain of rules, closed by
 * default, for our pages, {@code /api} and both faces of the engine.
 */
@ApplicationModule(
    displayName = "Security",
    allowedDependencies = {})
package org.duban.security;

import org.springframework.modulith.ApplicationModule;
