/**
 * What surrounds each command of the engine: which variables a person may send, what is tried
 * again, what is noted when it fails.
 */
package org.duban.workflow.command;
