/**
 * Where the facts are kept: the server given by the settings, or one of our own in demo and test.
 */
@ApplicationModule(
    displayName = "Database",
    allowedDependencies = {})
package org.duban.database;

import org.springframework.modulith.ApplicationModule;
