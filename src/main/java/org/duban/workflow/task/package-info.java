/** A person's own tasks: found, opened and refused with a sentence. */
package org.duban.workflow.task;
