/**
 * The Excel file in which a department does its open tasks: the cells to fill in are open, the
 * others locked. Knows neither engine nor database, nor whether what was filled in is right.
 */
@ApplicationModule(
    displayName = "Worksheet",
    allowedDependencies = {"notice"})
package org.duban.worksheet;

import org.springframework.modulith.ApplicationModule;
