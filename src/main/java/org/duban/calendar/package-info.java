/**
 * Time: which days an office works, what time it is, and in which zone. In the profiles {@code
 * demo} and {@code test} the clock stands still until somebody moves it.
 */
@ApplicationModule(
    displayName = "Calendar",
    allowedDependencies = {})
package org.duban.calendar;

import org.springframework.modulith.ApplicationModule;
