/**
 * The only package that imports the engine: it deploys the processes, gives the delegates their
 * modules, and keeps the engine's rights, people and clock in step with ours.
 */
@ApplicationModule(displayName = "Workflow")
package org.duban.workflow;

import org.springframework.modulith.ApplicationModule;
