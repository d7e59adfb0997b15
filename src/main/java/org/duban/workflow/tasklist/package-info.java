/**
 * The lists that people see in Tasklist, kept in step with who they are. They say what is theirs
 * and grant nothing.
 */
package org.duban.workflow.tasklist;
