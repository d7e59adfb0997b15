/**
 * Which task is about what, whose it is, by which day it is owed, and who has it next. It's written
 * when the program gives a task out, and never read from variables.
 */
package org.duban.workflow.custody;
