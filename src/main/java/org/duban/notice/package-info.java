/**
 * Reading of published lists: bytes or text in, a draft programme out, with a flag wherever the
 * text does not say. Knows neither engine nor database.
 */
@ApplicationModule(
    displayName = "Notice",
    allowedDependencies = {})
package org.duban.notice;

import org.springframework.modulith.ApplicationModule;
