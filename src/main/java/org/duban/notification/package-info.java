/**
 * The outbox: what is to be told to whom is written in the transaction of the thing itself and sent
 * afterwards.
 */
@ApplicationModule(
    displayName = "Notification",
    allowedDependencies = {"directory", "security"})
package org.duban.notification;

import org.springframework.modulith.ApplicationModule;
