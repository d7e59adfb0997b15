/**
 * What is done when the program starts: models deployed, tables brought up, people and tasks put in
 * step, the sample registered. It can be done again without harm.
 */
package org.duban.workflow.start;
