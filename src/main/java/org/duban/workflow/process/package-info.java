/**
 * What the steps of the models call, and what reaches running instances from outside: reassigned,
 * suspended, withdrawn. Facts are the modules' own; only ids pass through here.
 */
package org.duban.workflow.process;
