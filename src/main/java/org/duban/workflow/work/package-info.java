/**
 * Many tasks at once: the sheet of open tasks, and sign-offs with one confirmation. Each is done as
 * if alone, by the same rules.
 */
package org.duban.workflow.work;
